import { z } from 'zod';
import type { Fault as MailboxFault } from '#dev/mailbox/fault.ts';
import type { Fault as ModelFault } from '#dev/rehearsal-model/faults/fault.ts';
import type { Stack } from './open-stack.ts';

const Calls = z.array(z.object({ lastMessage: z.string(), schemaName: z.string().nullable(), fault: z.string() }));
export type ModelCallSeen = z.infer<typeof Calls>[number];

/** Tells the stand-ins of the world to misbehave, and asks what they saw. */
export interface Faults {
  /** One fault, or a sequence. */
  model(fault: ModelFault | readonly ModelFault[]): Promise<void>;
  mailbox(mode: MailboxFault['mode']): Promise<void>;
  /** Calls whose prompt holds these words. */
  calls(words?: string): Promise<ModelCallSeen[]>;
}

export function faultsOf({ mailboxUrl, modelUrl }: Stack): Faults {
  const put = async (url: string, fault: object) => {
    const response = await fetch(`${url}/fault`, {
      method: 'PUT',
      body: JSON.stringify(fault),
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${url} did not take the fault: ${await response.text()}`);
  };
  return {
    model: (fault) => put(modelUrl, fault),
    mailbox: (mode) => put(mailboxUrl, { mode }),
    calls: async (words = '') => {
      const answer = await fetch(`${modelUrl}/calls`);
      return Calls.parse(await answer.json()).filter((call) => call.lastMessage.includes(words));
    },
  };
}
