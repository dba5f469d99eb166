import type { ConcealedType } from '#contracts/redaction.ts';

/** What can be read as a placeholder, whoever wrote it. */
export const anyPlaceholder = /\[[A-Z]{2,30}(?:_[A-Z]{2,30}){0,4}_\d{1,9}\]/g;

export function placeholderOf(type: ConcealedType, number: number): string {
  return `[${type.toUpperCase().replaceAll('-', '_')}_${number}]`;
}
