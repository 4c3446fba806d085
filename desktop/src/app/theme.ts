import { createTheme } from '@mui/material/styles';

/** Ink on paper and one petrol; light and dark follow the system. Every text colour has at least 4.5 : 1 on its ground. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'media' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#14566b', contrastText: '#ffffff' },
        warning: { main: '#8a4b00', contrastText: '#ffffff' },
        success: { main: '#23692f', contrastText: '#ffffff' },
        error: { main: '#a3262a', contrastText: '#ffffff' },
        info: { main: '#2a5a9c', contrastText: '#ffffff' },
        background: { default: '#f8f9f7', paper: '#ffffff' },
        text: { primary: '#1b2428', secondary: '#526068' },
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
      },
    },
  },
  shape: { borderRadius: 4 },
  typography: {
    fontFamily: "'Source Sans 3 Variable', system-ui, sans-serif",
    body1: { fontSize: '1.0625rem', lineHeight: 1.45 },
    body2: { fontSize: '0.9375rem', lineHeight: 1.45 },
    h1: { fontSize: '1.625rem', fontWeight: 650, lineHeight: 1.2 },
    h2: { fontSize: '1.1875rem', fontWeight: 650, lineHeight: 1.3 },
    h3: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.3 },
    button: { fontSize: '1rem', fontWeight: 600, textTransform: 'none' },
  },
  components: {
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        root: {
          '&.Mui-focusVisible, &:focus-visible': { outline: '2px solid currentcolor', outlineOffset: 2 },
        },
      },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: { sizeSmall: { fontSize: '0.9375rem' } },
    },
    MuiFormHelperText: { styleOverrides: { root: { fontSize: '0.875rem' } } },
    // the label of a group that is off is still read
    MuiFormLabel: {
      styleOverrides: {
        root: ({ theme }) => ({ '&.Mui-disabled': { color: theme.vars?.palette.text.secondary } }),
      },
    },
    // dark surfaces stay near the ground instead of turning grey with each elevation
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontSize: '1.0625rem' },
        // zero, not nearly zero: any duration at all makes inherited colours run down the page element by element
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0s !important',
          },
        },
      },
    },
  },
});
