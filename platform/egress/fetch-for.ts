import type { IncomingHttpHeaders } from 'node:http';
import { type Agent, errors, request as requestBy } from 'undici';
import { AppError } from '#contracts/errors.ts';
import { checkRequest } from './check-request.ts';
import type { EgressLimits } from './limits.ts';
import type { OpenDestination } from './open-destination.ts';
import { unpack } from './unpack.ts';

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
  const failed = (error: unknown) => (error instanceof errors.ResponseExceededMaxSizeError ? tooLarge() : error);

  return async (input, init) => {
    const request = readRequest(asset, input, init);
    checkRequest(asset, request, destinations);
    try {
      const { statusCode: status, statusText, headers, body } = await send(request, { agent, limits });
      if (isSentOn(status)) {
        body.on('error', ofNoInterest).destroy();
        throw sentOn(asset, request.url, status);
      }
      const read = await unpack(await body.arrayBuffer(), limits.bytes, headers['content-encoding']);
      if (!read) throw tooLarge();
      return new Response(read.byteLength > 0 ? read : null, { status, statusText, headers: unpackedOf(headers) });
    } catch (error) {
      throw failed(error);
    }
  };
}

/** An answer that nobody reads breaks off. */
function ofNoInterest(): void {}

/** What an answer's headers say of how it travelled. */
const ofThePacking = ['content-encoding', 'content-length', 'transfer-encoding'];

function unpackedOf(headers: IncomingHttpHeaders): [string, string][] {
  return Object.entries(headers).flatMap(([name, values = []]) =>
    ofThePacking.includes(name) ? [] : [values].flat().map((value): [string, string] => [name, value]),
  );
}

async function send(request: Request, { agent, limits }: Pick<FetchParts, 'agent' | 'limits'>) {
  const { url, method } = request;
  const body = request.body && (await request.bytes());
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(limits.withinMs)]);
  return requestBy(url, { method, headers: Object.fromEntries(request.headers), body, signal, dispatcher: agent });
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
