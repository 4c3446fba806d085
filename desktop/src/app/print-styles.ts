/**
 * Paper is white whatever the screen is: ink on it, no chrome, nothing that can be pressed. What a screen doesn't print
 * says so itself (`displayPrint: 'none'`).
 */
export const printStyles = {
  // twice the root, to come before the scheme that is drawn
  ':root:root': {
    colorScheme: 'light',
    fontSize: '11pt',
    '--mui-spacing': '6px',
    '--mui-palette-background-default': '#ffffff',
    '--mui-palette-background-paper': '#ffffff',
    '--mui-palette-text-primary': '#000000',
    '--mui-palette-text-secondary': '#333333',
    '--mui-palette-divider': '#999999',
    '--mui-palette-primary-main': '#000000',
    '--mui-palette-warning-main': '#000000',
    '--mui-palette-success-main': '#000000',
    '--mui-palette-error-main': '#000000',
    '--mui-palette-info-main': '#000000',
  },
  '@page': { margin: '18mm 16mm' },
  'button, [role="status"], .MuiSnackbar-root': { display: 'none !important' },
  'a, a:visited': { color: 'inherit !important', textDecoration: 'none !important' },
  'h2, h3': { breakAfter: 'avoid' },
  li: { breakInside: 'avoid' },
};
