import { type PolicyJson, policyToJson, policyToText } from '@cedar-policy/cedar-wasm/nodejs';
import { refusals } from '#contracts/policy.ts';
import type { PolicyTexts } from '#governance/policy/read-policies.ts';
import { variantsOf } from './expression-variants.ts';

/** A policy set in which one thing is different. */
export interface Mutant {
  policy: string;
  what: string;
  texts: PolicyTexts;
}

interface Change {
  what: string;
  /** Nothing where the policy is dropped. */
  json?: PolicyJson;
}

/** Each policy dropped, and each of its conditions, comparisons, sets, words and numbers changed, one at a time. */
export function mutantsOf(texts: PolicyTexts): Mutant[] {
  return Object.entries(texts.policies).flatMap(([policy, text]) => {
    const parsed = policyToJson(text);
    if (parsed.type === 'failure') throw new Error(`${policy} is not Cedar`);
    return changesOf(parsed.json).map(({ what, json }) => ({ policy, what, texts: withPolicy(texts, policy, json) }));
  });
}

function withPolicy(texts: PolicyTexts, policy: string, json: PolicyJson | undefined): PolicyTexts {
  const { [policy]: _before, ...others } = texts.policies;
  if (json === undefined) return { ...texts, policies: others };
  const written = policyToText(json);
  if (written.type === 'failure') throw new Error(`${policy} cannot be written: ${written.errors[0]?.message}`);
  return { ...texts, policies: { ...others, [policy]: written.text } };
}

function changesOf(json: PolicyJson): Change[] {
  return [{ what: 'dropped' }, ...scopeChanges(json), ...outcomeChanges(json), ...conditionChanges(json)];
}

/** Only people have roles, teams and authority: where a policy asks for one, letting any principal in changes nothing. */
function scopeChanges(json: PolicyJson): Change[] {
  const { action, principal } = json;
  const kind = 'entity_type' in principal ? principal.entity_type : undefined;
  const other = kind === 'Person' ? 'Process' : 'Person';
  const swapped = kind === undefined ? [] : [{ what: `is ${other}`, json: ofKind(json, other) }];
  const inNothing = 'in' in principal && kind ? [{ what: 'in no group', json: ofKind(json, kind) }] : [];
  const wider =
    kind === 'Process' ? [{ what: 'any principal', json: { ...json, principal: { op: 'All' as const } } }] : [];
  const entities = 'entities' in action ? action.entities : [];
  const fewer = entities.map((entity, index) => ({
    what: `without ${JSON.stringify(entity)}`,
    json: { ...json, action: { op: 'in' as const, entities: entities.toSpliced(index, 1) } },
  }));
  return [...swapped, ...inNothing, ...wider, ...fewer];
}

function ofKind(json: PolicyJson, kind: string): PolicyJson {
  return { ...json, principal: { op: 'is', entity_type: kind } };
}

function outcomeChanges(json: PolicyJson): Change[] {
  const { outcome, ...others } = json.annotations ?? {};
  if (json.effect !== 'forbid') return [];
  return refusals.flatMap((refusal) => {
    if (refusal === (outcome ?? 'denied')) return [];
    const annotations = refusal === 'denied' ? others : { ...others, outcome: refusal };
    return [{ what: `heals by ${refusal}`, json: { ...json, annotations } }];
  });
}

function conditionChanges(json: PolicyJson): Change[] {
  return json.conditions.flatMap(({ body, kind }, index) => {
    const others = (...replaced: PolicyJson['conditions']) => ({
      ...json,
      conditions: json.conditions.toSpliced(index, 1, ...replaced),
    });
    const opposite = kind === 'when' ? 'unless' : 'when';
    const place = `${kind} ${index + 1}`;
    return [
      { what: `${place} left out`, json: others() },
      { what: `${place} turned round`, json: others({ kind: opposite, body }) },
      ...variantsOf(body).map((variant) => ({
        what: `${place}: ${variant.what}`,
        // A variant of an expression is one.
        json: others({ kind, body: variant.expression as typeof body }),
      })),
    ];
  });
}
