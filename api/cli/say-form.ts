import { type ApprovalForm, fieldsAsked } from '#contracts/approval-form.ts';
import { hintOf, textOfValue } from '#contracts/form-text.ts';
import type { DecisionMade } from '#contracts/http/approval.ts';
import type { Terminal } from './terminal.ts';

/** What has to be filled in with an approval. */
export function sayForm({ say }: Terminal, form: ApprovalForm | null): void {
  const asked = form ? fieldsAsked(form) : [];
  for (const { name, field, isNeeded } of asked)
    say(`Field:   ${name} (${isNeeded ? 'needed' : 'where it applies'}): ${hintOf(field)}`);
  if (asked.length > 0) say('         Give each with --field NAME=VALUE to approve or edit.');
}

/** What was filled in. */
export function sayFields({ say }: Terminal, fields: DecisionMade['fields']): void {
  for (const line of linesOf(fields)) say(`Filled in: ${line}`);
}

/** What was filled in with a word that others have to join. */
export function filledIn(fields: DecisionMade['fields']): string {
  const lines = linesOf(fields);
  return lines.length === 0 ? '' : `, filled in ${lines.join(', ')}`;
}

function linesOf(fields: DecisionMade['fields']): string[] {
  if (fields === null) return [];
  if ('kind' in fields) return ['erased with its subject'];
  return Object.entries(fields).map(([name, value]) => `${name} ${textOfValue(value)}`);
}
