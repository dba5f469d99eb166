import type { z } from 'zod';
import { Problem } from '#contracts/http/problem.ts';
import { ApiFailure } from './api-failure.ts';

export interface Call<Schema extends z.ZodType> {
  path: string;
  answer: Schema;
  /** Sent as JSON where it is given. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

/** Asks the API as whoever is signed in, and takes nothing but what was agreed as an answer. */
export async function ask<Schema extends z.ZodType>(call: Call<Schema>): Promise<z.output<Schema>> {
  const response = await send(call);
  const received: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusalOf(response.status, received);
  const parsed = call.answer.safeParse(received);
  if (parsed.success) return parsed.data;
  throw new ApiFailure({ kind: 'garbled', what: `${call.path}: ${parsed.error.issues[0]?.message ?? ''}` });
}

async function send({ path, body, headers, signal }: Call<z.ZodType>): Promise<Response> {
  const json = { 'content-type': 'application/json' };
  const request: RequestInit = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  try {
    return await fetch(path, {
      ...request,
      headers: { accept: 'application/json', ...(body === undefined ? {} : json), ...headers },
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiFailure({ kind: 'unreachable' });
  }
}

/** Something between us and Baton may answer in its place; while Baton starts again that says 502 or 503. */
function refusalOf(status: number, received: unknown): ApiFailure {
  const parsed = Problem.safeParse(received);
  if (parsed.success) return new ApiFailure({ kind: 'problem', problem: parsed.data });
  if (status >= 502 && status <= 504) return new ApiFailure({ kind: 'unreachable' });
  return new ApiFailure({ kind: 'garbled', what: `status ${status}` });
}
