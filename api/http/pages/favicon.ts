import type { RequestHandler } from 'express';

export const faviconPath = '/favicon.svg';

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 13 13 3" stroke="#0b5a6f" stroke-width="4" stroke-linecap="round"/></svg>';

/** The icon of our pages: a baton. */
export const favicon: RequestHandler = (_request, response) => {
  response.set('Cache-Control', 'public, max-age=86400').type('image/svg+xml').send(picture);
};
