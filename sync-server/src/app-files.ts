import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const forEver = 'public, max-age=31536000, immutable';
const askEachTime = 'no-cache';

/** The desk as a web app. Files under assets/ carry a hash in their name; the others are asked for each time. */
export function deskRoutes(directory: string): Router {
  const router = Router();
  router.use((_request, response, next) => {
    if (existsSync(join(directory, 'index.html'))) return next();
    response.status(503).type('text').send('The desk is not built yet. Run: npm run build\n');
  });
  router.use(
    staticFiles(directory, (path) => (path.startsWith(join(directory, 'assets')) ? forEver : askEachTime)),
  );
  return router;
}

function staticFiles(directory: string, cacheControl: (path: string) => string): RequestHandler {
  return express.static(directory, {
    cacheControl: false,
    dotfiles: 'ignore',
    redirect: true,
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', cacheControl(path));
    },
  });
}
