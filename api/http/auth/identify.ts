import type { IncomingMessage } from 'node:http';
import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { Credential, Credentials } from './credentials.ts';
import { checkSameOrigin } from './same-origin.ts';
import type { Sessions } from './session.ts';

export interface IdentifyParts {
  credentials: Credentials;
  sessions: Sessions;
  /** Those who may sign in, with the rights they have now. */
  findPerson(id: string): Person | undefined;
  publicUrl: string;
}

export type Identify = (request: IncomingMessage) => Promise<Person>;

/** Who asks: a token in the request, else the session of a browser. */
export function createIdentify(parts: IdentifyParts): Identify {
  return async (request) => {
    const token = tokenIn(request.headers.authorization);
    const credential = token === undefined ? await fromSession(request) : await parts.credentials.check(token);
    const person = credential && parts.findPerson(credential.person);
    if (person) return person;
    throw new AppError('not-signed-in', adviceOf(parts.credentials.kind, token !== undefined));
  };

  async function fromSession(request: IncomingMessage): Promise<Credential | undefined> {
    const credential = await parts.sessions.read(request.headers.cookie);
    if (!credential || !(await parts.credentials.holds(credential))) return undefined;
    // A cookie comes along whoever made the browser ask.
    checkSameOrigin(request, parts.publicUrl);
    return credential;
  }
}

function tokenIn(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
}

function adviceOf(kind: Credentials['kind'], shown: boolean): string {
  const problem = shown ? 'Nobody is known by this token' : 'This needs to know who asks';
  const way = kind === 'dev' ? 'dev-NAME, such as dev-sam' : 'an API key';
  return `${problem}: send Authorization: Bearer with ${way}, or sign in at /signin`;
}
