import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import { AppError } from '#contracts/errors.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { sendPacked } from './send-packed.ts';

const built = join(repositoryRoot, 'console/dist');

/** Nothing inline, nothing evaluated, nothing from elsewhere; a form may be sent to us alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The console: one page at all of its addresses, and the files it is made of, whose names change with what is in them. */
export function consolePages({ places, folder = built }: { places: readonly string[]; folder?: string }): Router {
  const router = express.Router();
  const page: RequestHandler = (_request, response, next) => {
    response.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' });
    response.sendFile('index.html', { root: folder, cacheControl: false }, (error) => {
      if (error) next(notBuilt());
    });
  };
  for (const place of ['/', ...places.flatMap((each) => [each, `${each}/*below`])]) router.get(place, page);
  router.get('/assets/:file', sendPacked(join(folder, 'assets')));
  return router;
}

function notBuilt(): AppError {
  return new AppError(
    'config-invalid',
    'The console is not there, since it has not been built: npm start does that, and so does node dev/prepare/build-console.ts',
  );
}
