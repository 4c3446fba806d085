import { notFound, serveAppFile } from './app-files.ts';
import { forwardToServer } from './forward-to-server.ts';
import { appOrigin } from './shell-addresses.ts';

export interface AppProtocolOptions {
  /** The built desk: index.html and assets. */
  readonly directory: string;
  /** Origin of the sync server; `undefined` while none is configured. */
  readonly serverOrigin: () => string | undefined;
  /** Electron's `net.fetch`: it knows the proxies and certificates of the operating system. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/**
 * What stands behind `app://amtsstube`: `/desk/…` are files of the program, `/api/…` is the sync server, the rest is
 * nothing. To the page it is one origin, as in the browser: no address of a server in it, no cross-origin request.
 */
export function createAppProtocol({ directory, serverOrigin, fetch }: AppProtocolOptions) {
  return async (request: Request): Promise<Response> => {
    const { host, pathname, search } = new URL(request.url);
    if (`app://${host}` !== appOrigin) return notFound();
    if (pathname.startsWith('/api/')) {
      return forwardToServer(request, `${pathname}${search}`, serverOrigin(), fetch);
    }
    if (request.method !== 'GET' || !pathname.startsWith('/desk/')) return notFound();
    return serveAppFile(directory, pathname.slice('/desk/'.length));
  };
}
