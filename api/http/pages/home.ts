import type { RequestHandler } from 'express';
import { isAppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { Identify } from '../auth/identify.ts';
import { escapeHtml } from './escape-html.ts';
import { sendPage } from './page.ts';

export interface HomeParts {
  identify: Identify;
  /** What there is to open, by name. */
  links: readonly { href: string; name: string; about: string }[];
  processes: readonly { title: string; description: string }[];
}

/** `GET /`: what runs here and where to look. */
export function homePage({ identify, links, processes }: HomeParts): RequestHandler {
  return async (request, response) => {
    const person = await identify(request).catch((error: unknown) => {
      if (isAppError(error) && error.code === 'not-signed-in') return undefined;
      throw error;
    });
    const body = [
      '<p>Business processes with AI in them run here, each step on record, each reply approved by a person.</p>',
      whoOf(person),
      `<h2>Processes</h2><ul>${processes.map(processOf).join('')}</ul>`,
      `<h2>Open</h2><ul>${links.map(linkOf).join('')}</ul>`,
      tasks,
    ];
    sendPage(response, { title: 'Baton', body: body.join('\n') });
  };
}

const tasks = `<h2>Tasks</h2>
<p>What waits for a person is listed by <code>npm run -s baton -- approvals --as NAME</code>, and by
<code>GET /api/approvals</code> in the <a href="/api/docs">API reference</a>, where tasks can be decided on too.</p>`;

function whoOf(person: Person | undefined): string {
  if (!person) return '<p><a href="/signin">Sign in</a></p>';
  const roles = person.roles.join(', ') || 'no role';
  return `<form method="post" action="/signout"><p>Signed in as <strong>${escapeHtml(person.name)}</strong> (${escapeHtml(roles)}).</p>
<button type="submit">Sign out</button></form>`;
}

function processOf({ title, description }: HomeParts['processes'][number]): string {
  return `<li><strong>${escapeHtml(title)}</strong><br><span class="soft">${escapeHtml(description)}</span></li>`;
}

function linkOf({ href, name, about }: HomeParts['links'][number]): string {
  return `<li><a href="${escapeHtml(href)}">${escapeHtml(name)}</a><br><span class="soft">${escapeHtml(about)}</span></li>`;
}
