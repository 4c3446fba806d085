import type { RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';

type Directives = Record<string, string[]>;

const nothing: Directives = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'form-action': ["'none'"],
};

/** Answers of the API are data: nothing may be loaded or run from them. */
const api: Directives = nothing;

/** The citizens' pages: own files only, nothing inline. KERN's icons are `data:` images. */
const citizen: Directives = {
  ...nothing,
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'worker-src': ["'self'"],
  // files go to the server ahead of the form
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
};

/** The desk in the browser: workers and WebAssembly (OCR, search). Its component library writes no style elements. */
const desk: Directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

const areas = { api, citizen, desk } as const;

/** Security headers of one area of the server. `isHttps`: browsers may be told never to come back without TLS. */
export function securityHeaders(area: keyof typeof areas, isHttps: boolean): RequestHandler {
  const options: HelmetOptions = {
    contentSecurityPolicy: { useDefaults: false, directives: areas[area] },
    // a tracking code in an address must not reach another site
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
  };
  const protect = helmet(options);
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()');
    protect(request, response, next);
  };
}
