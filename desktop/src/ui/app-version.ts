/**
 * What a clerk reads to support: the release, and which build of it. The bundler names the file this runs in by its
 * content, so two builds that differ never say the same.
 */
export const appVersion = `${import.meta.env.VITE_APP_VERSION} (${buildName(import.meta.url)})`;

function buildName(address: string): string {
  return /-([\w-]{8})\.js$/.exec(new URL(address).pathname)?.[1] ?? 'dev';
}
