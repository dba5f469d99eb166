import type { JsonAnswer } from '../manners.ts';

interface Told {
  category: string;
  message: string;
  policyName?: string;
  errors?: readonly { message: string; code?: string }[];
}

export function problem(status: number, told: Told): JsonAnswer {
  return { status, body: { status: 'error', correlationId: 'aeb5f871-7f07-4993-9211-075dc63e7cbf', ...told } };
}

/** A value that HubSpot does not take. */
export function notValid(message: string, code: string): JsonAnswer {
  return problem(400, { category: 'VALIDATION_ERROR', message, errors: [{ message, code }] });
}
