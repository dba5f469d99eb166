import type { RequestHandler } from 'express';

/** Answers only to the names of this machine: a page elsewhere whose name was pointed here sends its own. */
export const refuseOtherHosts: RequestHandler = (request, response, next) => {
  if (/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(request.headers.host ?? '')) return next();
  response.status(403).json({ error: { message: 'This server answers to localhost, 127.0.0.1 and [::1] alone.' } });
};
