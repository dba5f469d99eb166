import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import { refusals } from '#contracts/policy.ts';
import { type PolicyTexts, policyMistake } from './read-policies.ts';

export type Refusal = (typeof refusals)[number];

/** What `@outcome("…")` of a forbid says would heal it; nothing heals one without. */
export function refusalsOf(texts: PolicyTexts): ReadonlyMap<string, Refusal> {
  return new Map(Object.keys(texts.policies).map((id) => [id, refusalOf(texts, id)]));
}

/** Of several, the strongest stands; and where no forbid decided, nothing permits it. */
export function strongest(refused: readonly Refusal[]): Refusal {
  return refusals.findLast((refusal) => refused.includes(refusal)) ?? 'denied';
}

function refusalOf({ policies, places }: PolicyTexts, id: string): Refusal {
  const text = policies[id] ?? '';
  if (!text.includes('@outcome')) return 'denied';
  const parsed = policyToJson(text);
  const { annotations, effect } =
    parsed.type === 'success' ? parsed.json : { annotations: undefined, effect: 'forbid' as const };
  const outcome = annotations?.outcome;
  if (outcome === undefined) return 'denied';
  const known = refusals.find((refusal) => refusal !== 'denied' && refusal === outcome);
  if (known && effect === 'forbid') return known;
  const detail = known
    ? `line ${places[id]?.line}: @outcome says what heals a forbid; a permit has none`
    : `line ${places[id]?.line}: '${outcome}' is no outcome; write @outcome("redact"), @outcome("other-candidate") or @outcome("person"), or leave it out to deny`;
  throw policyMistake(places[id]?.file ?? '', detail);
}
