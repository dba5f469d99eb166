import { checkParseSchema, preparsePolicySet, preparseSchema, validate } from '@cedar-policy/cedar-wasm/nodejs';
import { digestOf } from '#platform/canonical/digest.ts';
import { explain, type PolicyTexts, policyMistake } from './read-policies.ts';

/** Validates strictly, warnings included, and has Cedar keep the parsed set under its digest, which is returned. */
export function preparePolicies(texts: PolicyTexts): string {
  const { schema, policies } = texts;
  const checked = checkParseSchema(schema);
  if (checked.type === 'failure') {
    throw policyMistake('schema.cedarschema', ...checked.errors.map((error) => explain(error, schema)));
  }
  refuseInvalid(texts);
  const policySet = digestOf({ schema, policies });
  for (const kept of [preparseSchema(policySet, schema), preparsePolicySet(policySet, { staticPolicies: policies })]) {
    if (kept.type === 'failure') throw policyMistake('', ...kept.errors.map((error) => explain(error)));
  }
  return policySet;
}

function refuseInvalid({ schema, policies, places }: PolicyTexts): void {
  const answer = validate({ schema, policies: { staticPolicies: policies }, validationSettings: { mode: 'strict' } });
  if (answer.type === 'failure') throw policyMistake('', ...answer.errors.map((error) => explain(error)));
  const [first] = [...answer.validationErrors, ...answer.validationWarnings];
  if (first) {
    const { error, policyId } = first;
    const why = explain(error, policies[policyId], places[policyId]?.line);
    throw policyMistake(policyId.replace('/', '.cedar @id '), why);
  }
  const [warning] = answer.otherWarnings;
  if (warning) throw policyMistake('', explain(warning));
}
