import type { QuestionRow } from '#store/questions.ts';
import type { World } from '../read-world.ts';

/** An answer counts once, moves its run once, and comes in time; a question without one was closed once; nobody waits in a run that is over. */
export function checkQuestions(world: World): string[] {
  return world.questions.flatMap((row) => checkQuestion(world, row));
}

function checkQuestion({ dispatch, ledger, runs, tasks }: World, row: QuestionRow): string[] {
  const of = (kind: string) => ledger.filter((entry) => entry.kind === kind && entry.body.question === row.id).length;
  const orders = dispatch.filter(({ kind, payload }) => kind === 'answer' && payload.questionId === row.id).length;
  const answered = row.state === 'answered' ? 1 : 0;
  const problems: string[] = [];
  const say = (what: string) => problems.push(`question ${row.id} (${row.state}) of ${row.runId} ${what}`);
  if (of('question-opened') !== 1) say(`was opened ${of('question-opened')} times`);
  if (of('answer-received') !== answered || orders !== answered)
    say(`was answered ${of('answer-received')} times, and moved its run ${orders} times`);
  if (row.state === 'unanswered' && of('question-closed') === 0) say('was closed, and nobody wrote it down');
  if (answered && row.closedAt && row.expiresAt && row.closedAt >= row.expiresAt) say('was answered after its time');
  if (row.state === 'open' && runs.find(({ id }) => id === row.runId)?.status === 'closed')
    say('waits in a run that is over');
  const decided = tasks.find((task) => task.row.id === row.approvalId);
  if (decided?.decision.kind !== 'asked') say('was asked on no decision that holds');
  return problems;
}
