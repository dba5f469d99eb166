import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Router } from 'express';
import { getAbsoluteFSPath } from 'swagger-ui-dist';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Baton API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png">
</head>
<body>
<main id="reference"><p>The reference is loading. Its source is <a href="/api/openapi.json">openapi.json</a>.</p></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start-reference.js"></script>
</body>
</html>
`;

const served = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];
const startScript = fileURLToPath(new URL('./start-reference.js', import.meta.url));

/** `/api/docs`: the reference, from files of this machine alone. */
export function docsPage(): Router {
  const router = express.Router();
  const show: RequestHandler = (_request, response) => {
    response.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' }).type('html').send(page);
  };
  router.get('/api/docs', show);
  router.get('/api/docs/start-reference.js', (_request, response) => response.sendFile(startScript));
  for (const name of served) {
    router.get(`/api/docs/${name}`, (_request, response) =>
      response.sendFile(name, { root: getAbsoluteFSPath(), maxAge: '1h' }),
    );
  }
  return router;
}
