import { setTimeout as pause } from 'node:timers/promises';
import type { QuestionRow } from '#store/questions.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { persist } from './persist.ts';
import type { Postman } from './postman.ts';

export interface Customers {
  answered: { inTime: number; late: number };
  stop(): Promise<void>;
}

/** Answers what customers are asked: at once, after its time, or never, as their mail has it planned. */
export function startCustomers({ stack, postman }: { stack: Stack; postman: Postman }): Customers {
  const seen = new Set<string>();
  const answered = { inTime: 0, late: 0 };
  let stopped = false;
  const working = work();

  async function work(): Promise<void> {
    while (!stopped) {
      const asked = await persist('the questions', () =>
        stack.database.direct.question.findMany({ where: { askedAt: { not: null } }, orderBy: { id: 'asc' } }),
      );
      for (const question of asked.filter(({ id }) => !seen.has(id))) await hear(question);
      await pause(100);
    }
  }

  async function hear(question: QuestionRow): Promise<void> {
    const run = await persist('the run of a question', () =>
      stack.database.direct.run.findUnique({ where: { id: question.runId } }),
    );
    const mail = postman.mailOf(question.runId) ?? postman.mailOf(run?.parentRunId ?? '');
    const isOpen = question.state === 'open';
    if (mail?.customer === 'answers-late' && isOpen) return;
    seen.add(question.id);
    if (!mail || mail.customer === 'is-silent') return;
    const { from, name, subject } = mail;
    await postman.bring({
      from,
      name,
      subject: `Re: ${subject}`,
      text: 'The one I wrote of.',
      messageId: `<${question.id}@customer.example>`,
      inReplyTo: question.messageId,
      attachments: [],
      headers: [],
    });
    answered[isOpen ? 'inTime' : 'late'] += 1;
  }

  return {
    answered,
    stop: () => {
      stopped = true;
      return working;
    },
  };
}
