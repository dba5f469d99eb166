import type { RegisteredProcess } from '#contracts/http/registry.ts';

/** The points at which people are asked: those that routes lead to, and those that only terms are written for. */
export function pointsOf({ approvals, routing }: RegisteredProcess): string[] {
  return [...new Set([...Object.values(routing).map(({ review }) => review), ...Object.keys(approvals)])];
}
