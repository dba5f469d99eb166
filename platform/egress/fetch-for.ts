import { type Agent, errors, fetch as fetchBy } from 'undici';
import { AppError, isAppError } from '#contracts/errors.ts';
import { checkRequest } from './check-request.ts';
import type { EgressLimits } from './limits.ts';
import type { OpenDestination } from './open-destination.ts';
import { readWithin } from './read-within.ts';

/** What libraries take in place of the platform's own `fetch`. */
export type Fetch = typeof globalThis.fetch;

interface FetchParts {
  asset: string;
  destinations: readonly OpenDestination[];
  agent: Agent;
  limits: EgressLimits;
}

/** Asks for what the asset's registry entry names, follows nowhere, and answers once the whole answer is there. */
export function createFetchFor({ asset, destinations, agent, limits }: FetchParts): Fetch {
  const tooLarge = () => new AppError('answer-too-large', `${asset} was answered more than ${limits.bytes} bytes`);
  const failed = (error: unknown) => {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof errors.ResponseExceededMaxSizeError) return tooLarge();
    return isAppError(cause) ? cause : error;
  };

  return async (input, init) => {
    const request = readRequest(asset, input, init);
    checkRequest(asset, request, destinations);
    try {
      const answer = await send(request, { agent, limits });
      const { status, statusText, headers } = answer;
      if (isSentOn(status)) throw sentOn(asset, request.url, status);
      const read = await readWithin(answer.body, limits.bytes);
      if (!read) throw tooLarge();
      const unpacked = [...headers].filter(([name]) => !ofThePacking.includes(name));
      return new Response(read.byteLength > 0 ? read : null, { status, statusText, headers: unpacked });
    } catch (error) {
      throw failed(error);
    }
  };
}

/** What an answer's headers say of how it travelled. */
const ofThePacking = ['content-encoding', 'content-length', 'transfer-encoding'];

async function send(request: Request, { agent, limits }: Pick<FetchParts, 'agent' | 'limits'>) {
  const { url, method } = request;
  const body = request.body && (await request.bytes());
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(limits.withinMs)]);
  return fetchBy(url, { method, headers: [...request.headers], body, signal, redirect: 'manual', dispatcher: agent });
}

/** Addresses with a name or a password in them, and methods that no server should be asked, are no request at all. */
function readRequest(asset: string, ...[input, init]: Parameters<Fetch>): Request {
  try {
    return new Request(input, init);
  } catch (cause) {
    throw new AppError('egress-refused', `${asset} asks for what is no request: ${String(cause)}`, { cause });
  }
}

function isSentOn(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304;
}

function sentOn(asset: string, url: string, status: number): AppError {
  const { host } = new URL(url);
  const advice = 'which is not followed. Name the new address in the registry, if it moved';
  return new AppError('egress-refused', `${asset} is sent on to another address by ${host} (${status}), ${advice}`);
}
