/** Selects what differs where a clerk has chosen more lines on a screen. */
const compact = ':root[data-density="compact"]';

/**
 * Everything is measured in `rem` and in the theme's spacing, so these two make the whole desk denser; the rest are the
 * paddings MUI gives in pixels.
 */
export const densityStyles = {
  [compact]: { fontSize: '90%', '--mui-spacing': '6px' },
  [`${compact} .MuiOutlinedInput-root:not(.MuiInputBase-multiline) > input`]: { paddingBlock: '0.625rem' },
  [`${compact} .MuiSelect-select.MuiOutlinedInput-input`]: {
    paddingBlock: '0.625rem',
    minHeight: '1.4375em',
  },
  [`${compact} .MuiInputLabel-outlined:not(.MuiInputLabel-shrink)`]: {
    transform: 'translate(14px, 0.625rem) scale(1)',
  },
  [`${compact} .MuiButton-root`]: { paddingBlock: '0.25rem' },
  [`${compact} .MuiMenuItem-root`]: { minHeight: '2rem', paddingBlock: '0.25rem' },
  [`${compact} .MuiCheckbox-root, ${compact} .MuiRadio-root`]: { padding: '0.3rem' },
};
