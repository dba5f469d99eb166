import type { Blocked, EffectKind, GuardStage, StageRecord } from '#contracts/guard.ts';
import { guardStages } from '#contracts/guard.ts';
import type { EffectQuestion, PolicyDecision, PolicyPort } from '#contracts/policy.ts';
import type { Doubt } from '#contracts/redaction.ts';
import type { Spending } from '#governance/budgets/spending.ts';
import { budgetStage } from '#governance/budgets/stage.ts';
import type { Use } from '#governance/registry/judge-use.ts';
import type { RegistrySource } from '#governance/registry/source.ts';
import { createJudgePlace } from './judge-place.ts';
import { wholeQuestion } from './whole-question.ts';

export interface AdmissionRequest extends Use {
  /** What policy is asked; effects that no policy speaks of have none. */
  question?: EffectQuestion;
  /** What taking personal data out came to; absent where nobody asked for it. */
  redaction?: { kind: 'concealed'; placeholders: number } | { kind: 'doubtful'; doubts: readonly Doubt[] };
  /** What a call of a model may come to. */
  spending?: Spending;
}

export type StageVerdict = StageRecord | Blocked;

/** Which stages speak about which effects; the others are recorded as not applicable. */
const applies: Record<EffectKind, readonly GuardStage[]> = {
  callModel: ['kill-switch', 'registry', 'residency', 'policy', 'redaction', 'budget'],
  sendOut: ['kill-switch', 'registry', 'residency', 'policy'],
  writeRecord: ['kill-switch', 'registry', 'residency', 'policy'],
  readRecord: ['kill-switch', 'registry', 'residency', 'policy'],
  useTool: ['kill-switch', 'registry', 'residency', 'policy'],
};

export function createStages(parts: { policy: PolicyPort; registry: RegistrySource }) {
  const rules: Partial<Record<GuardStage, (request: AdmissionRequest) => StageVerdict>> = {
    // What says so is written by a statement that writes only where nothing the effect touches is switched off.
    'kill-switch': () => ({ stage: 'kill-switch', verdict: 'passed' }),
    registry: (request) => {
      const reason = parts.registry.current().whyRefused(request);
      if (reason === undefined) return { stage: 'registry', verdict: 'passed' };
      return { kind: 'blocked', stage: 'registry', reason };
    },
    residency: createJudgePlace(parts),
    policy: ({ question, uses }) => {
      if (!question) return { stage: 'policy', verdict: 'not-applicable' };
      return stageOf(parts.policy.decide(wholeQuestion(parts.registry, { question, uses })));
    },
    redaction: ({ redaction }) => redactionStage(redaction),
    // Whether there is room is asked by the statement that reserves it.
    budget: ({ spending }) => budgetStage(spending),
  };

  /** Walks the stages in order and stops at the first that refuses. */
  return (request: AdmissionRequest): { kind: 'admitted'; stages: readonly StageRecord[] } | Blocked => {
    const passed: StageRecord[] = [];
    for (const stage of guardStages) {
      const verdict = judge(stage, request);
      if ('kind' in verdict) return verdict;
      passed.push(verdict);
    }
    return { kind: 'admitted', stages: passed };
  };

  function judge(stage: GuardStage, request: AdmissionRequest): StageVerdict {
    if (!applies[request.effect].includes(stage)) return { stage, verdict: 'not-applicable' };
    return rules[stage]?.(request) ?? { stage, verdict: 'no-rule' };
  }
}

function stageOf(decision: PolicyDecision): StageVerdict {
  const decisive = decision.policies.join(' ');
  switch (decision.kind) {
    case 'allowed':
      return { stage: 'policy', verdict: 'passed', detail: `${decisive} @ ${decision.policySet.slice(0, 12)}` };
    case 'denied':
      return { kind: 'blocked', stage: 'policy', reason: decision.failure ?? (decisive || 'no policy permits it') };
    case 'person':
    case 'other-candidate':
      return { kind: 'blocked', stage: 'policy', reason: decisive, heal: decision.kind };
    case 'redact':
      return { kind: 'blocked', stage: 'policy', reason: `${decisive} asks that personal data be taken out first` };
  }
}

function redactionStage(redaction: AdmissionRequest['redaction']): StageVerdict {
  if (!redaction) return { stage: 'redaction', verdict: 'passed', detail: 'policy asks for none' };
  if (redaction.kind === 'concealed')
    return { stage: 'redaction', verdict: 'passed', detail: `${redaction.placeholders} placeholders` };
  const doubts = redaction.doubts.map(({ kind, at, detail }) => `${kind} at ${at}: ${detail}`);
  const reason = `nobody can say that the text is free of personal data: ${doubts.join('; ')}`;
  return { kind: 'blocked', stage: 'redaction', reason, heal: 'other-candidate' };
}
