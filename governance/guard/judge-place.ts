import type { Blocked, StageRecord } from '#contracts/guard.ts';
import type { EffectQuestion, PolicyDecision, PolicyPort } from '#contracts/policy.ts';
import type { Use } from '#governance/registry/judge-use.ts';
import type { Place } from '#governance/registry/place-of.ts';
import type { RegistrySource } from '#governance/registry/source.ts';
import { wholeQuestion } from './whole-question.ts';

/** Says whether data may go where an effect takes it; where that is, and on whose word, goes into the record. */
export type JudgePlace = (effect: Use & { question?: EffectQuestion }) => StageRecord | Blocked;

/** Rules about places stand in `residency.cedar`: what one of them decides is refused here, by what heals it. */
export function createJudgePlace({ policy, registry }: { policy: PolicyPort; registry: RegistrySource }): JudgePlace {
  return ({ asset, question, uses }) => {
    const place = placeOf(asset, question);
    const where = `${place.region} (${place.source})`;
    if (!question) return { stage: 'residency', verdict: 'passed', detail: where };
    const decision = policy.decide(wholeQuestion(registry, { question, uses }));
    const rules = decision.policies.filter((rule) => rule.startsWith(residencyRules));
    if (decision.kind === 'allowed' || rules.length === 0)
      return { stage: 'residency', verdict: 'passed', detail: where };
    const price = place.priced ? '' : ', at a price that nobody knows';
    const reason = `${decision.policies.join(' ')}: ${asset} is in ${where}${price}`;
    return { kind: 'blocked', stage: 'residency', reason, ...healOf(decision) };
  };

  function placeOf(asset: string, question: EffectQuestion | undefined): Place {
    const live = registry.current();
    return question?.action === 'callModel' ? live.placeOfModel(question.resource) : live.placeOfConnector(asset);
  }
}

const residencyRules = 'residency/';

function healOf({ kind }: PolicyDecision): Pick<Blocked, 'heal'> {
  return kind === 'person' || kind === 'other-candidate' ? { heal: kind } : {};
}
