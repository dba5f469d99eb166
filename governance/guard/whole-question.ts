import type { EffectQuestion, PolicyDecision, PolicyPort, PolicyQuestion } from '#contracts/policy.ts';
import type { Use } from '#governance/registry/judge-use.ts';
import type { RegistrySource } from '#governance/registry/source.ts';

/** What an effect asks policy, and what it is done with. */
export interface Asked {
  question: EffectQuestion;
  uses: Use['uses'];
}

/** The region of what runs in the firm's own house. */
const onPremises = 'local';

/** The question of an effect, with what the registry says: what its data is used for, and where a model is. No effect says so of itself. */
export function wholeQuestion(registry: RegistrySource, { question, uses }: Asked): PolicyQuestion {
  const live = registry.current();
  const context = { ...question.context, ...live.purposesOf(uses) };
  if (question.action !== 'callModel') return { ...question, context } as PolicyQuestion;
  const { version: _, ...resource } = question.resource;
  const { region, priced } = live.placeOfModel(question.resource);
  return {
    ...question,
    resource: { ...resource, region, onPremises: region === onPremises, priced },
    context,
  } as PolicyQuestion;
}

interface Parts {
  policy: PolicyPort;
  registry: RegistrySource;
}

export type AskedOrNot = Pick<Asked, 'uses'> & { question?: EffectQuestion };

/** Whether policy lets an effect happen only once personal data was taken out. */
export function createWantsRedacted(parts: Parts) {
  const decide = createDecide(parts);
  return (asked: AskedOrNot): boolean => decide(asked) === 'redact';
}

/** Whether policy would let an effect happen now, with personal data taken out or as it is. */
export function createMightHappen(parts: Parts) {
  const decide = createDecide(parts);
  return (asked: AskedOrNot): boolean => ['allowed', 'redact', undefined].includes(decide(asked));
}

function createDecide({ policy, registry }: Parts) {
  return ({ question, uses }: AskedOrNot): PolicyDecision['kind'] | undefined =>
    question && policy.decide(wholeQuestion(registry, { question, uses })).kind;
}
