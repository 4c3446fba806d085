/** As wide as there is room, or a factor. */
export type Zoom = 'fit' | number;

const steps = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;
/** A stamp of 40 pixels isn't blown up to the window's width. */
const largestFit = 2;

/** @param room CSS pixels there are for the page's width */
export function scaleOf(zoom: Zoom, pageWidth: number, room: number): number {
  if (zoom !== 'fit') return zoom;
  return Math.min(largestFit, Math.max(steps[0], room / Math.max(1, pageWidth)));
}

/** The next step from what is shown now; undefined: there is none. */
export function nextZoom(scale: number, direction: 'in' | 'out'): number | undefined {
  return direction === 'in'
    ? steps.find((step) => step > scale * 1.01)
    : steps.findLast((step) => step < scale * 0.99);
}
