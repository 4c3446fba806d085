import { createTheme } from '@mui/material/styles';
import { colorSchemes } from './color-schemes.ts';
import { densityStyles } from './density.ts';
import { printStyles } from './print-styles.ts';

/** The one look of the desk. Which scheme is drawn, and how dense, `keepAppearance` says on the root element. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-scheme' },
  colorSchemes,
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
    // the edge of a field is what shows that one can write there: 3 : 1 (WCAG 1.4.11)
    MuiOutlinedInput: {
      styleOverrides: {
        notchedOutline: ({ theme }) => ({
          borderColor: `color-mix(in srgb, ${theme.vars?.palette.text.secondary} 80%, transparent)`,
        }),
      },
    },
    // MUI greys what isn't chosen below 4.5 : 1 (WCAG 1.4.3)
    MuiToggleButton: {
      styleOverrides: { root: ({ theme }) => ({ color: theme.vars?.palette.text.secondary }) },
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
    // where colours can't tell it from its surroundings, its edge does
    MuiDialog: {
      styleOverrides: {
        paper: ({ theme }) => ({
          border: `1px solid ${theme.vars?.palette.divider}`,
          // however much is asked, title and answers stay in sight
          '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0 },
        }),
      },
    },
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontSize: '1.0625rem' },
        ...densityStyles,
        // the system draws its own few colours: what a background said, an outline says
        '@media (forced-colors: active)': {
          '[aria-current="page"], [aria-selected="true"], .Mui-selected': {
            outline: '2px solid Highlight',
            outlineOffset: -2,
          },
        },
        // zero, not nearly zero: any duration at all makes inherited colours run down the page element by element
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0s !important',
          },
        },
        '@media print': printStyles,
      },
    },
  },
});
