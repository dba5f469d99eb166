import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { ErrorPlace } from '#contracts/errors.ts';
import { createPolicy } from './create-policy.ts';
import { nobodyMay } from './nobody-may.ts';
import type { FirmTime } from './policy-world.ts';
import { type PolicyTexts, policyMistakes } from './read-policies.ts';

/** Where people and data are real, a set is refused that lets everybody do everything, or anybody what nobody may. */
export function refuseOpenPolicies(texts: PolicyTexts): void {
  const open = openPolicies(texts);
  if (open.length > 0) throw policyMistakes(open);
}

export function openPolicies(texts: PolicyTexts): ErrorPlace[] {
  const limitless = Object.keys(texts.policies).filter((id) => isLimitless(texts.policies[id] ?? ''));
  if (limitless.length > 0)
    return limitless.map((id) => placeOf(texts, id, 'permits everything to everybody; say who, what and when'));
  return letThrough(texts).map(({ id, what }) => placeOf(texts, id, `lets ${what}, which nobody may; narrow it`));
}

const everyTime: readonly FirmTime[] = Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour) =>
  [true, false].map((officeHours) => ({ hour, officeHours })),
);

/** Which policies let something pass that nobody may, each once: asked at every hour, as programs start at any. */
function letThrough(texts: PolicyTexts): readonly { id: string; what: string }[] {
  let [time = { hour: 0, officeHours: false }] = everyTime;
  const { decide } = createPolicy(texts, { time: () => time, regionOf: () => undefined });
  const found = new Map<string, { id: string; what: string }>();
  for (time of everyTime)
    for (const { what, question } of nobodyMay) {
      const { kind, policies } = decide(question);
      if (kind === 'allowed') for (const id of policies) found.set(`${id} ${what}`, { id, what });
    }
  return [...found.values()];
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
