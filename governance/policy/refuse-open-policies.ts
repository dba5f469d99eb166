import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { ErrorPlace } from '#contracts/errors.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import { nobodyMay } from './nobody-may.ts';
import { type PolicyTexts, policyMistakes } from './read-policies.ts';

/** Where people and data are real, a set is refused that lets everybody do everything, or anybody what nobody may. */
export function refuseOpenPolicies(texts: PolicyTexts, policy: PolicyPort): void {
  const open = openPolicies(texts, policy);
  if (open.length > 0) throw policyMistakes(open);
}

export function openPolicies(texts: PolicyTexts, { decide }: PolicyPort): ErrorPlace[] {
  const limitless = Object.keys(texts.policies).filter((id) => isLimitless(texts.policies[id] ?? ''));
  if (limitless.length > 0)
    return limitless.map((id) => placeOf(texts, id, 'permits everything to everybody; say who, what and when'));
  return nobodyMay.flatMap(({ what, question }) => {
    const { kind, policies } = decide(question);
    if (kind !== 'allowed') return [];
    return policies.map((id) => placeOf(texts, id, `lets ${what}, which nobody may; narrow it`));
  });
}

function placeOf({ places }: PolicyTexts, id: string, what: string): ErrorPlace {
  const { file = id, line } = places[id] ?? {};
  return { pointer: `policies/${file}`, detail: `line ${line}: @id ${id.slice(id.indexOf('/') + 1)} ${what}` };
}

/** A permit of all by all on all, with no condition. */
function isLimitless(text: string): boolean {
  const parsed = policyToJson(text);
  if (parsed.type === 'failure') return false;
  const { action, conditions, effect, principal, resource } = parsed.json;
  return (
    effect === 'permit' && conditions.length === 0 && [principal, action, resource].every(({ op }) => op === 'All')
  );
}
