import type { Request, Response } from 'express';

const title = 'The Temporal UI cannot be reached';
const detail =
  'Its server does not answer. Runs go on without it, and the console shows them. Look whether Temporal is up (GET /readyz says so), then load this page again.';

/** What a person or program gets while the Temporal UI server is down. */
export function sendUnavailablePage(request: Request, response: Response): void {
  if (response.writableEnded) return;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(502).set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': "default-src 'none'" });
  if (request.accepts(['json', 'html']) === 'html') {
    response
      .type('html')
      .send(
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${detail}</p></html>`,
      );
    return;
  }
  response.type('application/problem+json').send(JSON.stringify({ type: 'about:blank', title, status: 502, detail }));
}
