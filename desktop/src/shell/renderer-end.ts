/** Ends of the window's process that are no crash: it was closed, or the program ends. */
export function isCrash(reason: string): boolean {
  return reason !== 'clean-exit';
}
