import { describe, expect, test } from 'vitest';
import { readPolicies, refuseOpenPolicies } from '#governance/policy/index.ts';
import { copyRegistry, mistakesOf, registryFolder } from './registry-copy.ts';

function refusedIn(folder: string): string[] {
  return mistakesOf(() => refuseOpenPolicies(readPolicies(folder)));
}

describe('a set of policies that lets everything pass', () => {
  test('is not the one that comes with the project', () => {
    expect(refusedIn(registryFolder)).toEqual([]);
  });

  test('is refused for a permit without any condition, by its file, line and id', () => {
    const text = '// All of it.\n\n@id("all")\npermit (principal, action, resource);\n';
    expect(refusedIn(copyRegistry({ 'policies/open.cedar': text }))).toEqual([
      'policies/open.cedar: line 3: @id all permits everything to everybody; say who, what and when',
    ]);
  });

  test.each([
    ['readPersonalData', 'somebody without a role read what runs are about'],
    ['operateRun', 'somebody without a role cancel and repair runs'],
    ['decodePayload', 'somebody without a role read sealed contents'],
    ['startRun', 'somebody without a role start a run'],
    ['approve', 'somebody without a role decide on tasks that ask others'],
    ['manageApproval', 'somebody without a role give tasks to others'],
    ['export', 'somebody without a role export records'],
  ])('is refused where it lets anybody %s', (action, what) => {
    const text = `@id("x")\npermit (principal, action == Action::"${action}", resource);\n`;
    expect(refusedIn(copyRegistry({ 'policies/open.cedar': text }))).toEqual([
      `policies/open.cedar: line 1: @id x lets ${what}, which nobody may; narrow it`,
    ]);
  });

  test.each(['context.hour < 6', 'context.hour == 11 && !context.officeHours', 'context.officeHours'])(
    'is refused where it lets anybody do it at some hour alone: %s',
    (hours) => {
      const text = `@id("x")\npermit (principal, action == Action::"startRun", resource)\nwhen { ${hours} };\n`;
      expect(refusedIn(copyRegistry({ 'policies/open.cedar': text }))).toEqual([
        'policies/open.cedar: line 1: @id x lets somebody without a role start a run, which nobody may; narrow it',
      ]);
    },
  );

  test('is refused where several permits let everything pass together, each for its part', () => {
    const text = `@id("people")
permit (principal is Person, action, resource)
when { principal == principal };
@id("processes")
permit (principal is Process, action, resource)
when { true };
`;
    const refused = refusedIn(copyRegistry({ 'policies/open.cedar': text }));
    expect(refused).toContainEqual(expect.stringMatching(/line 1: @id people lets somebody without a role/));
  });

  test.each([
    ['call-model', 'callModel', 'a process put data of any kind into a model in a place that nobody knows'],
    ['send-out', 'sendOut', 'a process send a stranger what nobody agreed to'],
  ])('is refused where no rule holds back %s', (file, action, what) => {
    const text = `@id("x")\npermit (principal, action == Action::"${action}", resource);\n`;
    const files = ['purpose', 'residency'].flatMap((name) => [`${name}.cedar`, `${name}.test.yaml`]);
    const without = Object.fromEntries(files.map((name) => [`policies/${name}`, undefined]));
    expect(refusedIn(copyRegistry({ ...without, [`policies/${file}.cedar`]: text }))).toEqual([
      `policies/${file}.cedar: line 1: @id x lets ${what}, which nobody may; narrow it`,
    ]);
  });
});
