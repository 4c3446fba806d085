/** A unit of five minutes: a quarter of an hour is a line of text, and 24 pixels high at least, to be pressed (WCAG 2.5.8). */
const rowHeight = 'max(0.5rem, 8px)';

/** From row to row of a column. */
export function across(from: number, to: number) {
  return { top: `calc(${rowHeight} * ${from})`, height: `calc(${rowHeight} * ${to - from})` };
}

export function heightOf(rows: number): string {
  return `calc(${rowHeight} * ${rows})`;
}

const tint = (color: string, percent: number) =>
  `color-mix(in srgb, var(--mui-palette-${color}-main) ${percent}%, var(--mui-palette-background-paper))`;

const hatch = (color: string) =>
  `repeating-linear-gradient(135deg, transparent 0 6px, color-mix(in srgb, var(--mui-palette-${color}) 16%, transparent) 6px 8px)`;

export const scroller = {
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  overflow: 'auto',
  maxHeight: 'max(24rem, calc(100dvh - var(--app-bar-height, 0px) - 11.5rem))',
  position: 'relative',
  // not hidden under what sticks
  scrollPaddingTop: '4.5rem',
  scrollPaddingLeft: '4rem',
} as const;

export const columnHead = {
  position: 'sticky',
  top: 0,
  zIndex: 4,
  px: 1,
  py: 0.75,
  minHeight: '3.25rem',
  bgcolor: 'background.paper',
  borderBottom: 1,
  borderLeft: 1,
  borderColor: 'divider',
  overflow: 'hidden',
} as const;

export const columnBody = {
  position: 'relative',
  borderLeft: 1,
  borderColor: 'divider',
} as const;

/** What lies behind the appointments; each says in words what it is. */
export const stretch = {
  position: 'absolute',
  insetInline: 0,
  px: 1,
  py: 0.25,
  fontSize: '0.8125rem',
  lineHeight: 1.3,
  color: 'text.secondary',
  overflow: 'hidden',
  '&[data-is="closed"], &[data-is="closure"]': { bgcolor: 'background.default' },
  '&[data-is="closure"]': { backgroundImage: hatch('text-secondary') },
  // at its end, where an appointment covers it last
  '&[data-is="internal"]': {
    bgcolor: tint('info', 9),
    display: 'flex',
    alignItems: 'end',
    justifyContent: 'end',
  },
  whiteSpace: 'nowrap',
  // where all grounds are the same black or white
  ':root[data-scheme^="contrast"] &[data-is="closed"]': { backgroundImage: hatch('text-secondary') },
} as const;

/** Time that a PC has to itself, over what the counter is open for. */
export const leasedTime = {
  position: 'absolute',
  insetInline: 0,
  px: 1,
  py: 0.25,
  fontSize: '0.8125rem',
  lineHeight: 1.3,
  color: 'text.primary',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  pointerEvents: 'none',
  borderLeft: 4,
  '&[data-is="own"]': { borderColor: 'success.main', bgcolor: tint('success', 12) },
  '&[data-is="other"]': { borderColor: 'text.secondary', backgroundImage: hatch('text-secondary') },
} as const;

export const hourLine = {
  position: 'absolute',
  insetInline: 0,
  borderTop: 1,
  borderColor: 'divider',
  pointerEvents: 'none',
} as const;

export const halfHourLine = { ...hourLine, borderTopStyle: 'dotted' } as const;

/** A button's words stand in its middle otherwise. */
const fromTheTop = {
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'flex-start',
  alignItems: 'stretch',
  textAlign: 'left',
} as const;

export const blockedTime = {
  position: 'absolute',
  insetInline: 0,
  zIndex: 1,
  ...fromTheTop,
  // at its end once more: at its beginning somebody may be booked
  justifyContent: 'space-between',
  font: 'inherit',
  fontSize: '0.8125rem',
  lineHeight: 1.3,
  px: 1,
  py: 0.25,
  border: 0,
  borderTop: 1,
  borderBottom: 1,
  borderColor: 'text.secondary',
  color: 'text.primary',
  bgcolor: 'background.default',
  backgroundImage: hatch('text-secondary'),
  overflow: 'hidden',
  '& > span': { bgcolor: 'background.default', px: 0.25 },
  '&:is(button)': { cursor: 'pointer' },
} as const;

export const block = {
  position: 'absolute',
  zIndex: 2,
  ...fromTheTop,
  containerType: 'inline-size',
  minWidth: 0,
  font: 'inherit',
  fontSize: '0.875rem',
  lineHeight: 1.2,
  pl: 0.75,
  pr: 0.5,
  py: 0.125,
  border: 1,
  borderLeft: 4,
  borderColor: 'primary.main',
  borderRadius: 0.5,
  color: 'text.primary',
  bgcolor: tint('primary', 13),
  overflow: 'hidden',
  cursor: 'pointer',
  touchAction: 'pan-x pan-y',
  '&:hover': { bgcolor: tint('primary', 22) },
  '&[data-state="unconfirmed"]': {
    borderStyle: 'dashed',
    borderLeftStyle: 'solid',
    borderColor: 'warning.main',
    bgcolor: tint('warning', 9),
  },
  '&[aria-pressed="true"]': { outline: 2, outlineColor: 'primary.main', outlineOffset: 1, zIndex: 3 },
  '&[data-is-over="true"]': { opacity: 1, borderColor: 'text.secondary', bgcolor: 'background.default' },
  '&[data-is-moving="true"]': { opacity: 0.55 },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'text.primary', outlineOffset: 1, zIndex: 3 },
} as const;

/** Where it would be, or where it was asked to be. */
export const ghost = {
  position: 'absolute',
  insetInline: 3,
  zIndex: 4,
  px: 0.75,
  py: 0.125,
  fontSize: '0.875rem',
  lineHeight: 1.25,
  border: 2,
  borderStyle: 'dashed',
  borderColor: 'primary.main',
  borderRadius: 0.5,
  bgcolor: tint('primary', 6),
  color: 'text.primary',
  overflow: 'hidden',
  pointerEvents: 'none',
  '&[data-problem="true"]': { borderColor: 'error.main', bgcolor: tint('error', 10) },
  '&[data-is="pending"]': { borderColor: 'warning.main', bgcolor: tint('warning', 9) },
} as const;

export const buffer = {
  position: 'absolute',
  zIndex: 1,
  backgroundImage: hatch('primary-main'),
  pointerEvents: 'none',
} as const;

/** The same moment beside the hours. */
export const nowLabel = {
  position: 'absolute',
  right: 4,
  zIndex: 1,
  px: 0.5,
  transform: 'translateY(-50%)',
  fontSize: '0.8125rem',
  fontWeight: 650,
  fontVariantNumeric: 'tabular-nums',
  color: 'error.contrastText',
  bgcolor: 'error.main',
  borderRadius: 0.5,
} as const;

export const nowLine = {
  position: 'absolute',
  insetInline: 0,
  zIndex: 3,
  borderTop: 2,
  borderColor: 'error.main',
  pointerEvents: 'none',
} as const;
