import type { ClientRequest, IncomingMessage } from 'node:http';

const ours = ['authorization', 'authorization-extras', 'x-http-method-override'];

/** The Temporal UI server gets its own cookies and none of ours. */
export function stripRequest(request: ClientRequest, ownCookies: ReadonlySet<string>): void {
  for (const name of ours) request.removeHeader(name);
  const kept = String(request.getHeader('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && !ownCookies.has(nameOfCookie(pair)));
  if (kept.length > 0) request.setHeader('cookie', kept.join('; '));
  else request.removeHeader('cookie');
}

/** It may set its own cookies, not ours, and opens nothing to other origins. */
export function stripResponse(response: IncomingMessage, ownCookies: ReadonlySet<string>): void {
  for (const name of Object.keys(response.headers))
    if (name.startsWith('access-control-')) delete response.headers[name];
  const cookies = response.headers['set-cookie']?.filter((cookie) => !ownCookies.has(nameOfCookie(cookie)));
  if (cookies !== undefined) response.headers['set-cookie'] = cookies;
}

function nameOfCookie(pair: string): string {
  return pair.slice(0, pair.indexOf('=')).trim();
}
