import { describe, expect, test } from 'vitest';
import { checkRegistry } from '#dev/check/policies.ts';
import { createPolicy, readPolicies } from '#governance/policy/index.ts';
import { copyRegistry, mistakesOf } from './registry-copy.ts';
import { workingHours } from './working-hours.ts';

describe('a mistake in the policies is found at load', () => {
  const planted = (text: string) => ({ 'policies/planted.cedar': text });
  test.each<[string, Parameters<typeof copyRegistry>[0], RegExp]>([
    [
      'text that is not Cedar',
      planted('@id("x")\npermit (principal action);'),
      /^policies\/planted\.cedar: line 2: unexpected token/,
    ],
    ['a policy without a name', planted('permit (principal, action, resource);'), /write @id/],
    [
      'two policies of one name',
      planted('@id("a") permit (principal, action, resource);'.repeat(2)),
      /two policies with the id 'planted\/a'/,
    ],
    ['a template', planted('@id("a") permit (principal == ?principal, action, resource);'), /has a template/],
    [
      'an attribute the schema lacks',
      planted(
        '// Whose it is.\n@id("a")\nforbid (principal, action == Action::"readRun", resource)\nwhen { resource.owner == principal };',
      ),
      /^policies\/planted\.cedar @id a: line 4: .*`owner`/,
    ],
    [
      'an outcome that there is not',
      planted('// So.\n@id("a")\n@outcome("persn")\nforbid (principal, action == Action::"readRun", resource);'),
      /^policies\/planted\.cedar: line 2: 'persn' is no outcome; write @outcome\("redact"\)/,
    ],
    [
      'an outcome of a permit',
      planted('@id("a") @outcome("person") permit (principal, action == Action::"readRun", resource);'),
      /^policies\/planted\.cedar: line 1: @outcome says what heals a forbid/,
    ],
    [
      'a role the schema lacks',
      planted('@id("a") permit (principal in Role::"boss", action == Action::"readRun", resource);'),
      /`"boss"`/,
    ],
    [
      'a policy that never applies',
      planted('@id("a") permit (principal is Model, action == Action::"readRun", resource);'),
      /planted\.cedar @id a/,
    ],
    [
      'a schema that is not Cedar',
      { 'policies/schema.cedarschema': 'entity Role enm;' },
      /^policies\/schema\.cedarschema: line 1/,
    ],
    ['no schema', { 'policies/schema.cedarschema': undefined }, /^policies\/schema\.cedarschema: is missing/],
    ['examples of no policies', { 'policies/notes.test.yaml': 'x' }, /notes\.test\.yaml: is read by nothing/],
    ['a file nothing reads', { 'policies/notes.txt': 'x' }, /notes\.txt: is read by nothing/],
    [
      'letters of another encoding',
      { 'policies/planted.cedar': Buffer.from('// F\u00fcr alle.\n', 'latin1') },
      /^policies\/planted\.cedar: cannot be read \(line 1 is not UTF-8/,
    ],
  ])('%s', async (_, changes, expected) => {
    const folder = copyRegistry(changes);
    expect(mistakesOf(() => createPolicy(readPolicies(folder), workingHours))).toEqual([
      expect.stringMatching(expected),
    ]);
    expect(await checkRegistry(folder)).toEqual([expect.stringMatching(expected)]);
  });
});

describe('a policy about a point that no process comes to', () => {
  const about = (condition: string) =>
    `@id("a") forbid (principal is Person, action == Action::"approve", resource) when { ${condition} };`;

  const idleIn = async (folder: string) =>
    (await checkRegistry(folder)).filter((mistake) => mistake.includes('no process comes to'));

  test.each([
    ['resource.point == "refunds"', ['refunds']],
    ['context.decision == "ask" || "refunds" == resource.point', ['refunds']],
    ['["reply", "goodwill", "refunds"].contains(resource.point)', ['goodwill', 'refunds']],
  ])('is found by the check: %s', async (condition, points) => {
    const folder = copyRegistry({ 'policies/planted.cedar': about(condition) });
    expect(await idleIn(folder)).toEqual(
      points.map((point) => expect.stringContaining(`policies/planted/a: no process comes to the point '${point}'`)),
    );
  });

  test.each(['reply', 'complaint', 'refund', 'uncertain', 'unconfirmed'])('is fine about %s', async (point) => {
    const folder = copyRegistry({ 'policies/planted.cedar': about(`resource.point == "${point}"`) });
    expect(await idleIn(folder)).toEqual([]);
  });

  test('stays found where the last route to it is taken away', async () => {
    const change = (text: string) => text.replace('review: refund', 'review: reply');
    const processes = ['triage-enquiry', 'issue-refund'].map((name) => [`processes/${name}.yaml`, change]);
    const folder = copyRegistry(Object.fromEntries(processes));
    const refunds = ['refund-over-limit-needs-named-approver', 'changed-refund-needs-two'];
    expect(await idleIn(folder)).toEqual(refunds.map((rule) => expect.stringContaining(rule)));
  });
});
