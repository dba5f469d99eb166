import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort, PolicyQuestion } from '#contracts/policy.ts';
import { readTarget, type SwitchTarget, targetText, targetWords } from '#contracts/switch.ts';
import type { SwitchRow } from '#store/switches.ts';
import type { RecordRefusal } from '../record-refusal.ts';

type SwitchQuestion = Extract<PolicyQuestion, { action: 'pullSwitch' | 'liftSwitch' }>;

export interface JudgeSwitch {
  mayPull(by: Person, target: SwitchTarget): boolean;
  mayLift(by: Person, row: SwitchRow): boolean;
  /** Throw, and write it down, where the policy does not allow it. */
  admitPull(by: Person, target: SwitchTarget): Promise<void>;
  admitLift(by: Person, row: SwitchRow): Promise<void>;
}

export function createJudgeSwitch({
  policy,
  recordRefusal,
}: {
  policy: PolicyPort;
  recordRefusal: RecordRefusal;
}): JudgeSwitch {
  return {
    mayPull: (by, target) => policy.decide(toPull(by, target)).kind === 'allowed',
    mayLift: (by, row) => row.liftedAt === null && policy.decide(toLift(by, row)).kind === 'allowed',
    admitPull: (by, target) => admit(by, toPull(by, target)),
    admitLift: (by, row) => admit(by, toLift(by, row)),
  };

  async function admit(by: Person, question: SwitchQuestion): Promise<void> {
    const { kind, policies, policySet } = policy.decide(question);
    if (kind === 'allowed') return;
    const { action } = question;
    const { target } = question.resource;
    const code = 'policy-refused';
    await recordRefusal({ by, action, resource: targetText(target), code, policies, policySet });
    throw new AppError(code, `${by.id} may not ${saidOf(question)}`, { facts: { action } });
  }
}

function saidOf({ action, resource: { target } }: SwitchQuestion): string {
  const words = targetWords(target);
  if (action === 'pullSwitch') return `switch off ${words}: operators, compliance officers and team leads may`;
  return `lift the switch of ${words}: operators and compliance officers may, and what stopped everything is for another of them than who stopped it`;
}

function toPull(person: Person, target: SwitchTarget): SwitchQuestion {
  return { action: 'pullSwitch', principal: { kind: 'person', person }, resource: { target } };
}

function toLift(person: Person, row: SwitchRow): SwitchQuestion {
  const resource = { target: readTarget(row.target) };
  const context = { own: row.pulledBy === person.id };
  return { action: 'liftSwitch', principal: { kind: 'person', person }, resource, context };
}
