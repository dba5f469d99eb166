import { describe, expect, test } from 'vitest';
import { checkRegistry } from '#dev/check/policies.ts';
import { readExamples } from '#governance/policy/examples/read-examples.ts';
import { tryExamples } from '#governance/policy/examples/try-examples.ts';
import { readPolicies } from '#governance/policy/read-policies.ts';
import { copyRegistry, registryFolder } from './registry-copy.ts';

const texts = readPolicies(registryFolder);
const { examples } = readExamples(registryFolder, texts);

describe('each rule, by the examples beside it', () => {
  test.each(Object.keys(texts.policies))('%s permits and refuses as they say', (rule) => {
    const own = examples.filter((example) => example.rule === rule);
    expect(new Set(own.map(({ expected }) => expected === 'allowed'))).toEqual(new Set([true, false]));
    expect([...tryExamples(texts, own)]).toEqual([]);
  });
});

describe('the check says', () => {
  const file = 'policies/export.test.yaml';
  test.each<[string, Parameters<typeof copyRegistry>[0], string]>([
    [
      'that a policy has no examples',
      { [file]: undefined },
      `${file}: is missing; write what each rule of export.cedar permits and refuses, by example`,
    ],
    [
      'that a rule has none',
      { [file]: (text) => text.replace('compliance-for-an-audit', 'compliance') },
      `${file}: the rule 'compliance-for-an-audit' has no examples; write one that it permits and one that it refuses`,
    ],
    [
      'that a rule has only one kind',
      { [file]: (text) => text.replace(/ {4}permits:\n(?: {6}.*\n)+/, '    permits: []\n') },
      `${file}: /rules/compliance-for-an-audit/permits: Too small: expected array to have >=1 items`,
    ],
    [
      'that an example speaks of what the resource has not',
      {
        [file]: (text) =>
          text.replace('- case: for an audit', '- { case: for an audit, resource: { exprot: ledger } }'),
      },
      `${file}: 'for an audit' of compliance-for-an-audit: no resource of this action has 'exprot'`,
    ],
    [
      'that an example speaks of a fact that there is not',
      {
        [file]: (text) => text.replace('- case: for an audit', '- { case: for an audit, context: { prupose: audit } }'),
      },
      "policies/export/compliance-for-an-audit: 'for an audit': could not be asked: while parsing context, record attribute `prupose` should not exist according to the schema",
    ],
    [
      'that a rule does something else than its example',
      { 'policies/export.cedar': (text) => text.replace('"audit"', '"audits"') },
      "policies/export/compliance-for-an-audit: 'for an audit': is to be allowed but is denied by no policy",
    ],
  ])('%s', async (_, changes, said) => {
    expect(await checkRegistry(copyRegistry(changes))).toContain(said);
  });
});
