import { type AuthorizationAnswer, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { PolicyDecision, PolicyPort, PolicyQuestion } from '#contracts/policy.ts';
import type { FirmTime, PolicyWorld } from './policy-world.ts';
import { preparePolicies } from './prepare-policies.ts';
import { createQuestionKey } from './question-key.ts';
import { questionToRequest } from './question-to-request.ts';
import { explain, type PolicyTexts } from './read-policies.ts';
import { type Refusal, strongest } from './refusals.ts';

const mostVerdicts = 1_000;

/** Judges by a set of policies. Whatever goes wrong while deciding is a refusal. */
export function createPolicy(texts: PolicyTexts, world: PolicyWorld): PolicyPort {
  const { policySet, setFor, refusals } = preparePolicies(texts);
  const questionKey = createQuestionKey(texts);
  const verdicts = new Map<string, PolicyDecision>();

  const judge = (question: PolicyQuestion, time: FirmTime): PolicyDecision => {
    const answer = statefulIsAuthorized({
      ...questionToRequest(question, { time, regionOf: world.regionOf }),
      preparsedSchemaName: policySet,
      preparsedPolicySetId: setFor(question.action),
      validateRequest: true,
    });
    return { ...readAnswer(answer, refusals), policySet };
  };

  const remembered = (question: PolicyQuestion): PolicyDecision => {
    const time = world.time();
    const key = questionKey(question, time);
    if (key === undefined) return judge(question, time);
    const before = verdicts.get(key);
    if (before) return before;
    const verdict = judge(question, time);
    if (verdicts.size >= mostVerdicts) verdicts.clear();
    if (!('failure' in verdict)) verdicts.set(key, verdict);
    return verdict;
  };

  return {
    decide: (question) => {
      try {
        return remembered(question);
      } catch (error) {
        return { ...failed(error instanceof Error ? error.message : String(error)), policySet };
      }
    },
  };
}

type Verdict = { policies: readonly string[] } & ({ kind: 'allowed' | Refusal } | { kind: 'denied'; failure: string });

/** Cedar skips a policy that fails, even a forbid, and may still say allow: any error or warning refuses here. */
function readAnswer(answer: AuthorizationAnswer, refusals: ReadonlyMap<string, Refusal>): Verdict {
  const warnings = answer.warnings.map((warning) => explain(warning));
  if (answer.type === 'failure') return failed(...answer.errors.map((error) => explain(error)), ...warnings);
  const { decision, diagnostics } = answer.response;
  const failures = diagnostics.errors.map(({ policyId, error }) => `${policyId}: ${explain(error)}`);
  if (failures.length + warnings.length > 0) return failed(...failures, ...warnings);
  const policies = diagnostics.reason.toSorted();
  if (decision === 'allow') return { kind: 'allowed', policies };
  return { kind: strongest(policies.map((id) => refusals.get(id) ?? 'denied')), policies };
}

function failed(...reasons: readonly string[]): Verdict {
  return { kind: 'denied', policies: [], failure: reasons.join('; ') || 'the policy gave no answer' };
}
