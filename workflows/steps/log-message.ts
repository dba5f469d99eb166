import type { Enquiry } from '#contracts/enquiry.ts';
import type { InteractionEntry } from './interaction-entry.ts';
import type { ProcessRun } from './process-run.ts';
import { writeCrm } from './write-crm.ts';

export interface MessageToLog {
  /** The step's name, such as `logAnswer`. */
  step: string;
  item: string;
  enquiry: Enquiry;
  message: { subject: string; text: string };
  direction: InteractionEntry['interaction']['direction'];
  category: string;
}

/** Logs in the CRM what went to the customer, or came from them, while a run goes on. */
export async function logMessage(run: ProcessRun, { step, item, ...logged }: MessageToLog): Promise<void> {
  await writeCrm(run, { step, item, interaction: interactionWith(logged) });
}

/** A message as the CRM keeps it. */
export function interactionWith(logged: Omit<MessageToLog, 'step' | 'item'>): InteractionEntry['interaction'] {
  const { enquiry, message, direction, category } = logged;
  const { subject, text } = message;
  return { customer: customerOf(enquiry), direction, subject, summary: text.slice(0, 2000), category };
}

export function customerOf({ from, name }: Enquiry): { email: string; name?: string } {
  return name === undefined ? { email: from } : { email: from, name };
}
