import {
  type CheckParseAnswer,
  checkParseSchema,
  preparsePolicySet,
  preparseSchema,
  validate,
} from '@cedar-policy/cedar-wasm/nodejs';
import { digestOf } from '#platform/canonical/digest.ts';
import { policiesOfActions } from './policies-of-actions.ts';
import { explain, type PolicyTexts, policyMistake } from './read-policies.ts';
import { type Refusal, refusalsOf } from './refusals.ts';

export interface PreparedPolicies {
  /** The digest of the whole set, under which Cedar keeps the parsed schema. */
  policySet: string;
  /** Under which Cedar keeps what of the set may match a question about an action. */
  setFor(action: string): string;
  /** What heals each forbid. */
  refusals: ReadonlyMap<string, Refusal>;
}

/** By the digest of the set. Cedar keeps what it parsed for as long as the process lives. */
const prepared = new Map<string, PreparedPolicies>();

/** Validates strictly, warnings included, and has Cedar keep the parsed set, action by action: once for each set. */
export function preparePolicies(texts: PolicyTexts): PreparedPolicies {
  const { schema, policies } = texts;
  const policySet = digestOf({ schema, policies });
  const before = prepared.get(policySet);
  if (before) return before;
  const now = prepare(texts, policySet);
  prepared.set(policySet, now);
  return now;
}

function prepare(texts: PolicyTexts, policySet: string): PreparedPolicies {
  refuseInvalid(texts);
  const refusals = refusalsOf(texts);
  const setFor = (action: string) => `${policySet}/${action}`;
  refuseUnlessKept(preparseSchema(policySet, texts.schema));
  for (const [action, staticPolicies] of policiesOfActions(texts))
    refuseUnlessKept(preparsePolicySet(setFor(action), { staticPolicies }));
  return { policySet, setFor, refusals };
}

function refuseUnlessKept(kept: CheckParseAnswer): void {
  if (kept.type === 'failure') throw policyMistake('', ...kept.errors.map((error) => explain(error)));
}

function refuseSchema(schema: string): void {
  const checked = checkParseSchema(schema);
  if (checked.type === 'success') return;
  throw policyMistake('schema.cedarschema', ...checked.errors.map((error) => explain(error, schema)));
}

function refuseInvalid({ schema, policies, places }: PolicyTexts): void {
  const answer = validate({ schema, policies: { staticPolicies: policies }, validationSettings: { mode: 'strict' } });
  if (answer.type === 'failure') {
    refuseSchema(schema);
    throw policyMistake('', ...answer.errors.map((error) => explain(error)));
  }
  const [first] = [...answer.validationErrors, ...answer.validationWarnings];
  if (first) {
    const { error, policyId } = first;
    const why = explain(error, policies[policyId], places[policyId]?.line);
    throw policyMistake(policyId.replace('/', '.cedar @id '), why);
  }
  const [warning] = answer.otherWarnings;
  if (warning) throw policyMistake('', explain(warning));
}
