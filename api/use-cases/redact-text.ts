import type { KnownParty, Redaction } from '#contracts/redaction.ts';
import { redact } from '#governance/redaction/index.ts';

/** What would leave of a text, for whoever wants to see it; nothing is kept, nobody is asked. */
export function redactText(request: { text: string; parties: readonly KnownParty[] }): Redaction {
  return redact(request);
}
