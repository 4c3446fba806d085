/** Bytes of all answers below this path so far, as they came over the line, without their headers. */
export function transferredBytes(path = '/api/'): number {
  return performance
    .getEntriesByType('resource')
    .filter(({ name }) => new URL(name).pathname.startsWith(path))
    .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0);
}
