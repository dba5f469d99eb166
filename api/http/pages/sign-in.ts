import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { Credential, Credentials } from '../auth/credentials.ts';
import { checkSameOrigin } from '../auth/same-origin.ts';
import type { Sessions } from '../auth/session.ts';
import { checkMediaType } from '../request/media-type.ts';
import { readBody } from '../request/read-body.ts';
import { readQuery } from '../request/read-query.ts';
import { escapeHtml } from './escape-html.ts';
import { favicon, faviconPath } from './favicon.ts';
import { sendPage } from './page.ts';

export interface SignInParts {
  credentials: Credentials;
  sessions: Sessions;
  people(): readonly Person[];
  publicUrl: string;
  /** Ends what somebody has open. */
  signedOut(person: string): void;
}

const formLimits = { bytes: 8 * 1024, withinMs: 10_000 };

/** `/signin` and `/signout`, for browsers, and the icon that every page shows. */
export function signInPages(parts: SignInParts): Router {
  const show: RequestHandler = (request, response) =>
    sendForm(parts, response, { next: nextOf(readQuery(request.originalUrl).next) });

  const signIn: RequestHandler = async (request, response) => {
    const form = await readForm(request, parts);
    const next = nextOf(form.get('next'));
    const credential = await credentialIn(form, parts);
    if (!credential) return sendForm(parts, response, { next, wrong: unknown(form, parts) });
    response.set('Set-Cookie', await parts.sessions.open(credential));
    response.redirect(303, next);
  };

  const signOut: RequestHandler = async (request, response) => {
    checkSameOrigin(request, parts.publicUrl);
    const credential = await parts.sessions.read(request.headers.cookie);
    if (credential) parts.signedOut(credential.person);
    response.set('Set-Cookie', parts.sessions.end());
    response.redirect(303, '/');
  };

  return express
    .Router()
    .get('/signin', show)
    .post('/signin', signIn)
    .post('/signout', signOut)
    .get(faviconPath, favicon);
}

async function readForm(request: Request, { publicUrl }: SignInParts): Promise<URLSearchParams> {
  checkSameOrigin(request, publicUrl);
  checkMediaType(request, 'application/x-www-form-urlencoded');
  return new URLSearchParams((await readBody(request, formLimits)).toString('utf8'));
}

async function credentialIn(form: URLSearchParams, parts: SignInParts): Promise<Credential | undefined> {
  const { credentials } = parts;
  const token = credentials.kind === 'dev' ? `dev-${form.get('account') ?? ''}` : (form.get('key') ?? '');
  const credential = await credentials.check(token);
  return credential && parts.people().some(({ id }) => id === credential.person) ? credential : undefined;
}

function unknown(form: URLSearchParams, { credentials, people }: SignInParts): string {
  if (credentials.kind !== 'dev') return 'Nobody is known by that key. Try again.';
  const accounts = people().map(({ id }) => id);
  return `There is no account ${form.get('account') ?? ''}; there are ${accounts.join(', ')}.`;
}

/** Only a path of our own: never an address that leads away. */
function nextOf(value: unknown): string {
  const path = typeof value === 'string' ? value : '/';
  if (!/^\/(?![/\\])[\u0021-\u007e]*$/.test(path)) return '/';
  const resolved = new URL(path, 'http://baton.invalid');
  if (resolved.host !== 'baton.invalid')
    throw new AppError('request-invalid', 'The page to go to next is not one of ours');
  return resolved.pathname + resolved.search + resolved.hash;
}

function sendForm(parts: SignInParts, response: Response, { next, wrong }: { next: string; wrong?: string }): void {
  const body = `${wrong === undefined ? '' : `<p class="wrong" role="alert">${escapeHtml(wrong)}</p>`}
<form method="post" action="/signin">
<input type="hidden" name="next" value="${escapeHtml(next)}">
${parts.credentials.kind === 'dev' ? accountPicker(parts.people()) : keyField}
<button type="submit">Sign in</button>
</form>
<p><a href="/">Back to the start</a></p>`;
  sendPage(response, { title: 'Sign in', body, status: wrong === undefined ? 200 : 401 });
}

const keyField = `<label for="key">Your API key</label>
<input id="key" name="key" type="password" autocomplete="current-password" required>`;

function accountPicker(people: readonly Person[]): string {
  const options = people.map(
    ({ id, name, roles }) =>
      `<option value="${escapeHtml(id)}">${escapeHtml(`${name} (${roles.join(', ') || 'no role'})`)}</option>`,
  );
  return `<p class="soft">Sample accounts of this machine. They need no password, and work on this machine only.</p>
<label for="account">Account</label>
<select id="account" name="account">${options.join('')}</select>`;
}
