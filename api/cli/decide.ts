import type { ApprovalState, DecisionRequest } from '#contracts/approval.ts';
import { ApprovalDetail } from '#contracts/http/approval.ts';
import { isOwning } from '#contracts/owning.ts';
import { checkSeen } from './check-seen.ts';
import type { Cli } from './cli.ts';
import { type FieldTexts, fieldsTyped } from './field-options.ts';
import { sayAction } from './say-approval.ts';
import { sayFields } from './say-form.ts';

/** Loads a task, decides on exactly what was loaded or pinned, and says what became of it. What others changed is to be pinned. */
export async function decide(
  cli: Cli,
  id: string,
  { texts = {}, ...decision }: Omit<DecisionRequest, 'digest'> & { digest?: string | undefined; texts?: FieldTexts },
): Promise<void> {
  const client = cli.client();
  const path = `/api/approvals/${encodeURIComponent(id)}`;
  const shown = await client.get(`${path}?for=${decision.decision}`, ApprovalDetail);
  checkSeen(shown, decision);
  const request = { ...decision, digest: decision.digest ?? shown.digest, ...fieldsTyped(shown.form, texts) };
  const decided = await client.post(`${path}/decision`, request, ApprovalDetail);
  if (cli.isForPrograms()) return cli.terminal.give(decided);
  sayDecided(cli, { shown, decided });
}

function sayDecided({ terminal }: Cli, { shown, decided }: { shown: ApprovalDetail; decided: ApprovalDetail }): void {
  const { id, state, decision } = decided;
  const who = shown.decision
    ? `already ${wordsOf(state)} by you at ${shown.decision.at}`
    : `${wordsOf(state)} by ${decision?.by ?? 'nobody'}`;
  terminal.say(`${id}: ${who} (digest ${decision?.digest ?? decided.digest})`);
  if (state === 'taken-over') {
    terminal.say('Nothing is sent: it is yours to go on with by hand, and the CRM says so.');
    return;
  }
  if (state === 'rejected') {
    terminal.say(afterRejection(decided));
    return;
  }
  sayFields(terminal, decision?.fields ?? null);
  terminal.say();
  sayAction(terminal, decision?.action ?? decided.action);
  if (!decision?.questionTo) return;
  terminal.say();
  terminal.say(`The run waits for the answer and goes on with it: baton show ${decided.run.id}`);
}

/** What somebody did, where the state is called otherwise. */
function wordsOf(state: ApprovalState): string {
  switch (state) {
    case 'clarified':
      return 'answered with a question';
    case 'taken-over':
      return 'taken over';
    default:
      return state;
  }
}

function afterRejection({ evidence, point, run, decision }: ApprovalDetail): string {
  if (point === 'unconfirmed') return 'The message stays recorded as sent, and is not sent again.';
  if (isOwning(point)) return `It is handed on, and whoever is asked next reads why: baton show ${run.id}`;
  if (decision?.comment == null) return 'Nothing is sent.';
  const round = 'kind' in evidence ? undefined : evidence.round;
  if (round && round.number === round.of)
    return `Nothing is sent. Round ${round.of} of ${round.of} was the last: no draft follows, and the run ends.`;
  const which =
    round === undefined
      ? 'unless this was the last one the process allows'
      : `for round ${round.number + 1} of ${round.of}`;
  return `Nothing is sent. A new draft is being made that heeds your comment, ${which}: baton show ${run.id}`;
}
