import type { z } from 'zod';
import { errorRow, isErrorCode } from '#contracts/errors.ts';
import { Problem } from '#contracts/http/problem.ts';
import { CliFailure, tryLater } from './cli-failure.ts';

export interface Client {
  url: string;
  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
  /** Bytes as they are kept. */
  bytes(path: string): Promise<Uint8Array>;
  post<Schema extends z.ZodType>(path: string, body: unknown, schema: Schema): Promise<z.output<Schema>>;
  /** Bytes as they are, under their own media type. */
  send<Schema extends z.ZodType>(
    path: string,
    content: { bytes: Uint8Array<ArrayBuffer>; mediaType: string },
    schema: Schema,
  ): Promise<z.output<Schema>>;
}

const answerWithinMs = 60_000;

export interface ClientParts {
  url: string;
  token: string;
  /** The sample account that the token stands for. */
  account?: string | undefined;
}

const notSignedIn = 401;

/** Speaks to the API as one person or program. */
export function createClient({ url, token, account }: ClientParts): Client {
  const answerTo = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json', ...init.headers };
    const answer = await reach(url, path, { ...init, headers });
    if (answer.ok) return answer;
    const problem: unknown = await answer.json().catch(() => undefined);
    if (answer.status === notSignedIn && account !== undefined) throw unknownAccount(account, { url, problem });
    throw failureOf(answer.status, problem);
  };
  const ask = async <Schema extends z.ZodType>(
    path: string,
    init: RequestInit,
    schema: Schema,
  ): Promise<z.output<Schema>> => {
    const answer = await answerTo(path, init);
    return schema.parse(await answer.json().catch(() => undefined));
  };
  const json = { 'content-type': 'application/json' };
  return {
    url,
    get: (path, schema) => ask(path, {}, schema),
    bytes: async (path) => (await answerTo(path, { headers: { accept: 'application/octet-stream' } })).bytes(),
    post: (path, body, schema) => ask(path, { method: 'POST', headers: json, body: JSON.stringify(body) }, schema),
    send: (path, { bytes, mediaType }, schema) =>
      ask(path, { method: 'POST', headers: { 'content-type': mediaType }, body: bytes }, schema),
  };
}

/** Fetches, or says in one sentence that nobody is there. */
export async function reach(url: string, path: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url + path, { ...init, signal: AbortSignal.timeout(answerWithinMs), redirect: 'manual' });
  } catch {
    throw new CliFailure(
      `Baton's API does not answer at ${url}: start it with npm start, or name another address with --url or another port in BATON_PORT`,
      { exit: tryLater },
    );
  }
}

/** Statuses whose detail says all that their title says. */
const saysAll = new Set([403, 404, 409, 410]);

function failureOf(status: number, body: unknown): CliFailure {
  const parsed = Problem.safeParse(body);
  if (!parsed.success)
    return new CliFailure(`The API answered ${status} and not in a way this program knows`, { exit: 1 });
  const { code, title, detail, places } = parsed.data;
  const exit = isErrorCode(code) ? errorRow(code).exit : 1;
  const named = places.filter(({ pointer, detail: place }) => !detail.includes(place) && pointer !== '');
  const lines = [
    saysAll.has(status) ? detail : `${title}: ${detail}`,
    ...named.map(({ pointer, detail: place }) => `  ${pointer}: ${place}`),
  ];
  return new CliFailure(lines.join('\n'), { exit, problem: parsed.data });
}

function unknownAccount(account: string, { url, problem }: { url: string; problem: unknown }): CliFailure {
  return new CliFailure(
    `There is no account ${account}; ${url}/signin lists the sample accounts, or asks for an API key: that goes into BATON_TOKEN`,
    {
      exit: errorRow('not-signed-in').exit,
      problem,
    },
  );
}
