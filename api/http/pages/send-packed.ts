import { access } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { RequestHandler } from 'express';

const kept = 'public, max-age=31536000, immutable';

/** Files of one folder whose names say what is in them, so that nobody asks for one twice; packed where there is such a copy. */
export function sendPacked(folder: string): RequestHandler<{ file: string }> {
  return async (request, response, next) => {
    const { file } = request.params;
    if (!/^[\w-]+(\.[\w-]+)+$/.test(file)) return next();
    const packed = request.acceptsEncodings('gzip') === 'gzip' && (await isThere(join(folder, `${file}.gz`)));
    response.set({ 'Cache-Control': kept, Vary: 'Accept-Encoding', ...(packed ? { 'Content-Encoding': 'gzip' } : {}) });
    response.type(extname(file));
    response.sendFile(packed ? `${file}.gz` : file, { root: folder, cacheControl: false }, (error) => {
      if (!error || response.headersSent) return;
      for (const header of ['Cache-Control', 'Content-Encoding', 'Content-Type']) response.removeHeader(header);
      next();
    });
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
