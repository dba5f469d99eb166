import { preparsePolicySet, preparseSchema, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { expect, test } from 'vitest';
import { readExamples } from '#governance/policy/examples/read-examples.ts';
import { createPolicy, readPolicies } from '#governance/policy/index.ts';
import { policiesOfActions } from '#governance/policy/policies-of-actions.ts';
import { questionToRequest } from '#governance/policy/question-to-request.ts';
import { registryFolder } from './registry-copy.ts';
import { workingHours } from './working-hours.ts';

const texts = readPolicies(registryFolder);
const { examples } = readExamples(registryFolder, texts);

test('what is weighed for an action decides as the whole set does, by the same policies', () => {
  const policy = createPolicy(texts, workingHours);
  const world = { time: workingHours.time(), regionOf: workingHours.regionOf };
  const whole = 'the whole set';
  preparseSchema(whole, texts.schema);
  preparsePolicySet(whole, { staticPolicies: texts.policies });
  for (const { question, case: name } of examples) {
    const sets = { preparsedSchemaName: whole, preparsedPolicySetId: whole };
    const answer = statefulIsAuthorized({ ...questionToRequest(question, world), ...sets });
    if (answer.type === 'failure') throw new Error(`${name} could not be asked: ${JSON.stringify(answer.errors)}`);
    const { decision, diagnostics } = answer.response;
    const { kind, policies: decisive } = policy.decide(question);
    expect([kind === 'allowed', decisive], name).toEqual([decision === 'allow', diagnostics.reason.toSorted()]);
  }
});

test('a policy counts for each action it names, for those of a group it names, and for all where it names none', () => {
  const schema = `
    entity Person, Thing;
    action change, touch;
    action write in [change] appliesTo { principal: Person, resource: Thing };
    action paint in [write, touch] appliesTo { principal: Person, resource: Thing };
    action read appliesTo { principal: Person, resource: Thing };`;
  const policies = {
    all: 'permit (principal, action, resource);',
    one: 'forbid (principal, action == Action::"read", resource);',
    several: 'forbid (principal, action in [Action::"read", Action::"paint"], resource);',
    group: 'forbid (principal, action in Action::"change", resource);',
    groups: 'forbid (principal, action in [Action::"touch"], resource);',
  };
  const found = policiesOfActions({ schema, policies });
  const idsOf = (action: string) => Object.keys(found.get(action) ?? {});
  expect(idsOf('read')).toEqual(['all', 'one', 'several']);
  expect(idsOf('write')).toEqual(['all', 'group']);
  expect(idsOf('paint')).toEqual(['all', 'several', 'group', 'groups']);
});
