import type { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Terminal } from './terminal.ts';

type Exchange = NonNullable<Extract<ApprovalDetail['evidence'], { draft: number }>['exchanges']>[number];

/** What was asked since a task's run began, and what was answered: other people's words, as they came. */
export function sayExchanges({ say }: Terminal, exchanges: readonly Exchange[] = []): void {
  for (const exchange of exchanges) {
    const { to, question, askedAt } = exchange;
    say();
    say(`Asked of ${to.kind === 'customer' ? 'the customer' : to.person} at ${askedAt}:`);
    for (const line of question.split('\n')) say(`  ${line}`);
    for (const line of answerOf(exchange)) say(line);
  }
}

function answerOf({ answer, handedInBy }: Exchange): string[] {
  if (answer === null) return ['No answer came in time.'];
  const head = handedInBy === undefined ? 'Answered:' : `Answered, as handed in by ${handedInBy}:`;
  return [
    head,
    ...String(answer.text ?? '')
      .split('\n')
      .map((line) => `  ${line}`),
  ];
}
