import type { Response } from 'express';
import type { Problem } from '#contracts/http/problem.ts';
import { escapeHtml } from './escape-html.ts';
import { sendPage } from './page.ts';

const forbidden = 403;

/** A refusal or failure as a person at a browser reads it, with a way back. */
export function sendProblemPage(response: Response, { title, status, detail, id }: Problem): void {
  const reference = id === undefined ? '' : `<p class="soft">In the log it is ${escapeHtml(id)}.</p>`;
  const other = status === forbidden ? ' or <a href="/signin">sign in as somebody else</a>' : '';
  const body = `<p>${escapeHtml(detail)}.</p>${reference}
<p><a href="/">Back to the start</a>${other}</p>`;
  sendPage(response, { title, body, status });
}
