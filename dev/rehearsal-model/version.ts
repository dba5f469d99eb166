import type { Misbehaviour } from './faults/fault.ts';

export const modelName = 'rehearsal-1';

/** What an answer says that it was written by. */
export function versionIn({ mode, version = 'rehearsal-0' }: Misbehaviour): string {
  return mode === 'other-version' ? version : modelName;
}
