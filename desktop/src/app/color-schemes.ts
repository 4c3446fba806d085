import { type ColorSystemOptions, createTheme, type PaletteOptions } from '@mui/material/styles';

/** Ink on paper and one petrol. Every text colour has at least 4.5 : 1 on its ground, in high contrast at least 7 : 1. */
export const colorSchemes = {
  light: {
    palette: {
      primary: { main: '#14566b', contrastText: '#ffffff' },
      warning: { main: '#8a4b00', contrastText: '#ffffff' },
      success: { main: '#23692f', contrastText: '#ffffff' },
      error: { main: '#a3262a', contrastText: '#ffffff' },
      info: { main: '#2a5a9c', contrastText: '#ffffff' },
      background: { default: '#f5f7f6', paper: '#ffffff' },
      text: { primary: '#1b2428', secondary: '#4c5a62' },
      divider: '#d5dbd9',
    },
  },
  dark: {
    palette: {
      primary: { main: '#86c8dd', contrastText: '#0d1a1f' },
      warning: { main: '#ffb968', contrastText: '#201300' },
      success: { main: '#7fd08c', contrastText: '#06200b' },
      error: { main: '#ff9a94', contrastText: '#2b0605' },
      info: { main: '#9cc4ff', contrastText: '#08182e' },
      background: { default: '#12181b', paper: '#1b2327' },
      text: { primary: '#e6ecee', secondary: '#a9b6bc' },
      divider: '#36424a',
    },
  },
  contrastLight: completed('light', {
    primary: { main: '#00374a', contrastText: '#ffffff' },
    warning: { main: '#5c2f00', contrastText: '#ffffff' },
    success: { main: '#00420f', contrastText: '#ffffff' },
    error: { main: '#7a0009', contrastText: '#ffffff' },
    info: { main: '#002e6e', contrastText: '#ffffff' },
    background: { default: '#ffffff', paper: '#ffffff' },
    text: { primary: '#000000', secondary: '#000000', disabled: '#4a4a4a' },
    divider: '#000000',
    action: { hover: '#e2e8ea', selected: '#cfdade', disabled: '#4a4a4a', disabledBackground: '#e0e0e0' },
  }),
  contrastDark: completed('dark', {
    primary: { main: '#b5ecff', contrastText: '#000000' },
    warning: { main: '#ffd79c', contrastText: '#000000' },
    success: { main: '#b3f5bb', contrastText: '#000000' },
    error: { main: '#ffc6c2', contrastText: '#000000' },
    info: { main: '#cfe2ff', contrastText: '#000000' },
    background: { default: '#000000', paper: '#000000' },
    text: { primary: '#ffffff', secondary: '#ffffff', disabled: '#bdbdbd' },
    divider: '#ffffff',
    action: { hover: '#262626', selected: '#3a3a3a', disabled: '#bdbdbd', disabledBackground: '#2e2e2e' },
  }),
} satisfies Record<string, ColorSystemOptions>;

/** MUI fills in what is left out of its own two schemes, and of no other. */
function completed(ground: 'light' | 'dark', palette: PaletteOptions): ColorSystemOptions {
  const made = createTheme({
    cssVariables: true,
    defaultColorScheme: ground,
    colorSchemes: { [ground]: { palette } },
  });
  const scheme = 'colorSchemes' in made && (made.colorSchemes as Record<string, ColorSystemOptions>)[ground];
  if (!scheme) throw new Error(`MUI made no scheme on ${ground}`);
  return scheme;
}
