import type { JsonAnswer } from '../manners.ts';

interface Told {
  type?: string;
  code?: string;
  param?: string;
  message: string;
}

export function problem(status: number, { type = 'invalid_request_error', ...told }: Told): JsonAnswer {
  return { status, body: { error: { type, ...told } } };
}
