import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { escapeHtml } from './escape-html.ts';
import { faviconPath } from './favicon.ts';

const product = 'Baton';

const style = `
:root { color-scheme: light dark; --ink: #1d2327; --paper: #fcfcfa; --soft: #56606a; --line: #ccd2d6; --mark: #0b5a6f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef0f1; --paper: #181b1d; --soft: #a9b3ba; --line: #434b51; --mark: #7cc6da; }
}
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 1.75rem 0 .5rem; }
p { margin: .5rem 0; }
a { color: var(--mark); }
.soft { color: var(--soft); }
.wrong { border-left: 4px solid #b3261e; padding-left: .75rem; }
ul, ol { padding-left: 1.2rem; }
ol { overflow-wrap: anywhere; }
sup a { padding: 0 .35rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .75rem; border: 1px solid var(--line); border-radius: .3rem; }
dt { color: var(--soft); }
dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
textarea, input[maxlength='500'] { box-sizing: border-box; width: 100%; }
label { display: block; margin: 1rem 0 .25rem; }
select, input, textarea, button { font: inherit; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .3rem;
  background: var(--paper); color: var(--ink); }
button { margin-top: 1rem; background: var(--mark); color: var(--paper); border-color: var(--mark); cursor: pointer; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sends a small page that runs no script and loads nothing but its icon. `body` is HTML already. */
export function sendPage(response: Response, page: { title: string; body: string; status?: number }): void {
  response.status(page.status ?? 200).set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' });
  response.type('html').send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title === product ? product : `${page.title} - ${product}`)}</title>
<link rel="icon" type="image/svg+xml" href="${faviconPath}">
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(page.title)}</h1>
${page.body}
</main>
</body>
</html>
`);
}
