import { ModelCallRecord, type TimelineEntry } from '#contracts/http/timeline.ts';
import { describeFailedCall, describePassedOver, failedCallIn } from './describe-failed-call.ts';
import { describeModelCall, type PromptVariables } from './describe-model-call.ts';
import { type EffectIntent, type EffectOutcome, type Entry, stepOf } from './statement.ts';

export interface Effect {
  /** Which try of its step it is. */
  attempt: number;
  intent: Entry & { statement: EffectIntent };
  outcome?: Entry & { statement: EffectOutcome };
}

/** An effect with what the guard said before it and how it came out. */
export function describeEffect({ attempt, intent, outcome }: Effect, variables: PromptVariables): TimelineEntry {
  const { body } = intent.statement;
  const call = modelCallOf(outcome?.statement);
  const failed = failedCallIn(outcome?.statement);
  const { passedOver } = body;
  const result = outcome === undefined ? 'pending' : results[outcome.statement.kind];
  return {
    at: (outcome ?? intent).at,
    since: intent.at,
    ...(attempt > 1 ? { attempt } : {}),
    ...(body.call === undefined ? {} : { call: body.call }),
    kind: kinds[body.effect] ?? 'note',
    actor: intent.actor,
    text: [
      passedOver && describePassedOver(passedOver),
      sentence({ attempt, intent, ...(outcome ? { outcome } : {}) }, call, variables),
      paidFor(outcome),
      saidBy(outcome),
      allowedBy(body.stages),
    ]
      .filter(Boolean)
      .join(' '),
    step: stepOf(body.step),
    result,
    stages: body.stages.map((stage) => ({ ...stage })),
    ...(call ? { modelCall: call } : {}),
    ...(failed ? { failedCall: failed.call } : {}),
    ...(passedOver ? { passedOver: [...passedOver] } : {}),
    body: { ...body, ...outcome?.statement.body },
  };
}

const kinds: Readonly<Record<string, TimelineEntry['kind']>> = {
  callModel: 'model-call',
  readRecord: 'record-read',
  writeRecord: 'record-written',
  sendOut: 'message',
  useTool: 'tool-used',
};

const results = { 'effect-done': 'done', 'effect-failed': 'failed', 'effect-unknown': 'unknown' } as const;

function modelCallOf(statement: EffectOutcome | undefined): ModelCallRecord | undefined {
  if (statement?.kind !== 'effect-done' || statement.body.effect !== 'callModel') return undefined;
  return ModelCallRecord.safeParse(statement.body.record).data;
}

function sentence(effect: Effect, call: ModelCallRecord | undefined, variables: PromptVariables): string {
  if (call) return describeModelCall(call, variables);
  const failed = failedCallIn(effect.outcome?.statement);
  if (failed) return describeFailedCall(failed);
  const { body } = effect.intent.statement;
  const what = `${doing[body.effect] ?? body.effect} (${stepOf(body.step)}, ${body.asset})`;
  const outcome = effect.outcome?.statement;
  switch (outcome?.kind) {
    case undefined:
      return `${what} was about to happen; what came of it is not recorded yet.`;
    case 'effect-done':
      return `${what}: ${outcome.body.result}.`;
    case 'effect-failed':
      return `${what} failed and did not happen: ${outcome.body.why}.`;
    case 'effect-unknown':
      return `${what}: nobody knows whether it happened, because ${outcome.body.why}.`;
  }
}

const doing: Readonly<Record<string, string>> = {
  callModel: 'A model call',
  readRecord: 'Reading a record',
  writeRecord: 'Writing a record',
  sendOut: 'Handing a message to the mail server',
  useTool: 'Asking another system to act',
};

/** Of a call that nobody heard the answer of, the provider may say that it gave one. */
function paidFor(outcome: Effect['outcome']): string {
  if (outcome?.statement.kind !== 'effect-unknown' || outcome.statement.body.effect !== 'callModel') return '';
  return 'It was perhaps paid for, although nothing came of it.';
}

function saidBy(outcome: Effect['outcome']): string {
  return outcome?.words === undefined ? '' : `The other side said: "${outcome.words}".`;
}

function allowedBy(stages: EffectIntent['body']['stages']): string {
  const policy = stages.find(({ stage }) => stage === 'policy');
  return policy?.verdict === 'passed' && policy.detail ? `Allowed by policy ${policy.detail}.` : '';
}
