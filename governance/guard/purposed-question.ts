import type { EffectQuestion, PolicyPort, PolicyQuestion } from '#contracts/policy.ts';
import type { Use } from '#governance/registry/judge-use.ts';
import type { RegistrySource } from '#governance/registry/source.ts';

/** The question of an effect, with what the registry says that data is used for: no effect says so of itself. */
export function purposedQuestion(
  registry: RegistrySource,
  { question, uses }: { question: EffectQuestion; uses: Use['uses'] },
): PolicyQuestion {
  return { ...question, context: { ...question.context, ...registry.current().purposesOf(uses) } } as PolicyQuestion;
}

/** Whether policy lets an effect happen only once personal data was taken out. */
export function createWantsRedacted(parts: { policy: PolicyPort; registry: RegistrySource }) {
  return ({ question, uses }: Pick<Use, 'uses'> & { question?: EffectQuestion }): boolean =>
    question !== undefined &&
    parts.policy.decide(purposedQuestion(parts.registry, { question, uses })).kind === 'redact';
}
