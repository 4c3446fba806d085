/** A file to be saved under this name (RFC 6266), whatever stands in it: names from before half characters were refused. */
export function savedAs(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`;
}
