import { type AuthorizationAnswer, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { PolicyDecision, PolicyPort, PolicyQuestion } from '#contracts/policy.ts';
import { preparePolicies } from './prepare-policies.ts';
import { createQuestionKey } from './question-key.ts';
import { questionToRequest } from './question-to-request.ts';
import { explain, readPolicies } from './read-policies.ts';

const mostVerdicts = 1_000;

/** The policy of a registry folder. Whatever goes wrong while deciding is a refusal. */
export function createPolicy(options: { folder: string }): PolicyPort {
  const texts = readPolicies(options.folder);
  const policySet = preparePolicies(texts);
  const questionKey = createQuestionKey(texts);
  const verdicts = new Map<string, Verdict>();

  const remembered = (question: PolicyQuestion): Verdict => {
    const key = questionKey(question);
    if (key === undefined) return judge(question, policySet);
    const before = verdicts.get(key);
    if (before) return before;
    const verdict = judge(question, policySet);
    if (verdicts.size >= mostVerdicts) verdicts.clear();
    if (verdict.failure === undefined) verdicts.set(key, verdict);
    return verdict;
  };

  const decide = (question: PolicyQuestion): Verdict => {
    try {
      return remembered(question);
    } catch (error) {
      return refusal(error instanceof Error ? error.message : String(error));
    }
  };

  return { decide: (question) => ({ ...decide(question), policySet }) };
}

type Verdict = Omit<PolicyDecision, 'policySet'>;

function judge(question: PolicyQuestion, policySet: string): Verdict {
  return readAnswer(
    statefulIsAuthorized({
      ...questionToRequest(question),
      preparsedSchemaName: policySet,
      preparsedPolicySetId: policySet,
      validateRequest: true,
    }),
  );
}

/** Cedar skips a policy that fails, even a forbid, and may still say allow: any error or warning refuses here. */
function readAnswer(answer: AuthorizationAnswer): Verdict {
  const warnings = answer.warnings.map((warning) => explain(warning));
  if (answer.type === 'failure') return refusal(...answer.errors.map((error) => explain(error)), ...warnings);
  const { decision, diagnostics } = answer.response;
  const failures = diagnostics.errors.map(({ policyId, error }) => `${policyId}: ${explain(error)}`);
  if (failures.length + warnings.length > 0) return refusal(...failures, ...warnings);
  return { allowed: decision === 'allow', policies: diagnostics.reason.toSorted() };
}

function refusal(...reasons: readonly string[]): Verdict {
  return { allowed: false, policies: [], failure: reasons.join('; ') || 'the policy gave no answer' };
}
