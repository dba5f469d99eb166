import { escapeHtml } from '#dev/page/escape-html.ts';
import { pageStyle } from '#dev/page/page-style.ts';
import { introduction } from './answer.ts';
import type { Call } from './call-log.ts';
import type { Fault } from './faults/fault.ts';
import { renderPanel } from './faults/panel.ts';
import { modelName } from './version.ts';

const mostCallsShown = 20;

/** What a person sees who opens the address of the model. */
export function renderPage({ calls, faults }: { calls: readonly Call[]; faults: readonly Fault[] }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rehearsal model</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>Rehearsal model</h1>
<p>${introduction}</p>
<p class="muted">It speaks OpenAI's Chat Completions and Responses under the name <code>${modelName}</code>, needs no key, sends
nothing anywhere, and gives the same answer to the same question. What it writes is a rehearsal: use a real model for
real customers.</p>
</header>
<main>
${renderPanel(faults)}
<section>
<h2>Calls</h2>
<p class="muted">The last ${mostCallsShown}, newest first; <code>GET /calls</code> has more of each. <a href="/">Reload</a></p>
<table>
<thead><tr><th>When</th><th>Model</th><th>Asked for</th><th>Met</th></tr></thead>
<tbody>${calls.slice(-mostCallsShown).toReversed().map(renderCall).join('')}</tbody>
</table>
</section>
</main>
</body>
</html>
`;
}

function renderCall({ at, model, schemaName, fault }: Call): string {
  const cells = [at, model, schemaName ?? 'words', fault];
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
}
