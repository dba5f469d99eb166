import type { RunPath } from '#contracts/http/run-path.ts';
import type { TimelineEntry } from '#contracts/http/timeline.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { OutboxRow } from '#store/outbox.ts';
import type { QuestionRow } from '#store/questions.ts';
import type { RunRow } from '#store/runs.ts';
import { outcomeOf } from '../describe-run.ts';
import type { ProcessDefinitions } from '../find-process.ts';
import { findProcess } from '../find-process.ts';
import { stepOf } from '../timeline/statement.ts';
import { buildPath } from './build-path.ts';

export interface RunParts {
  run: RunRow;
  timeline: readonly TimelineEntry[];
  approvals: readonly ApprovalRow[];
  questions: readonly QuestionRow[];
  messages: readonly OutboxRow[];
  children: readonly RunRow[];
}

/** Where a run went in its process, as its rows tell. */
export function pathOf(definitions: ProcessDefinitions, parts: RunParts): RunPath {
  const { run, timeline, approvals, messages } = parts;
  // What colleagues are told of a task, and the doubt about a message, are no steps of the process.
  const asides = new Set(messages.filter(isNotice).map(({ stepName }) => stepName));
  const tasks = approvals.filter(({ point }) => point !== 'unconfirmed');
  return buildPath({
    path: findProcess(definitions, run.process).path,
    timeline: timeline.filter(({ step }) => step === undefined || !asides.has(step)),
    stepsOfTasks: new Map(tasks.map(({ id, stepKey }) => [id, stepOf(stepKey)])),
    createdAt: run.createdAt.toISOString(),
    closedAt: run.closedAt?.toISOString() ?? null,
    outcome: outcomeOf(run),
    waitsAt: waitsAt({ ...parts, approvals: tasks }),
  });
}

function isNotice({ messageClass }: OutboxRow): boolean {
  return messageClass === 'notice';
}

function waitsAt({ approvals, questions, messages, children }: RunParts): string | undefined {
  const task = approvals.find(({ state }) => state === 'open');
  if (task) return stepOf(task.stepKey);
  const question = questions.find(({ state }) => state === 'open');
  const asking = question && messages.find(({ messageId }) => messageId === question.messageId);
  if (asking) return asking.stepName;
  const child = children.find(({ status }) => status !== 'closed');
  return child?.parentStepKey ? stepOf(child.parentStepKey) : undefined;
}
