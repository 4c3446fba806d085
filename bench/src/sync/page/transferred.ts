/** Bytes of all answers of the API so far, as they came over the line, without their headers. */
export function transferredBytes(): number {
  return performance
    .getEntriesByType('resource')
    .filter(({ name }) => new URL(name).pathname.startsWith('/api/'))
    .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0);
}
