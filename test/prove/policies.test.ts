import { expect, test } from 'vitest';
import { isAppError } from '#contracts/errors.ts';
import { readExamples } from '#governance/policy/examples/read-examples.ts';
import { tryExamples } from '#governance/policy/examples/try-examples.ts';
import { readPolicies } from '#governance/policy/read-policies.ts';
import { registryFolder } from '#test/rules/registry-copy.ts';
import { campaignOf } from './campaign.ts';
import { type Mutant, mutantsOf } from './policy-mutants.ts';
import { createRandom } from './random.ts';

const texts = readPolicies(registryFolder);
const { examples } = readExamples(registryFolder, texts);

/** Of a hundred changes that are tried, so many at least have to be noticed by the examples beside the policies. */
const goal = 95;

/** `--times`: so many of a hundred changes are tried. */
const { seed, times } = campaignOf({ times: 15 });

type Fate = 'caught' | 'invalid' | 'survived';

function fateOf({ policy, texts: changed }: Mutant): Fate {
  const own = examples.filter(({ rule }) => rule === policy);
  const others = examples.filter(({ rule }) => rule !== policy);
  try {
    const [mistake] = tryExamples(changed, [...own, ...others]);
    return mistake === undefined ? 'survived' : 'caught';
  } catch (error) {
    if (isAppError(error)) return 'invalid';
    throw error;
  }
}

test('what is changed in a policy is noticed by the examples beside it', { timeout: 600_000 }, () => {
  const all = mutantsOf(texts);
  const random = createRandom(seed);
  const fates = all.filter(() => random.chance(times / 100)).map((mutant) => ({ ...mutant, fate: fateOf(mutant) }));
  const of = (fate: Fate) => fates.filter((one) => one.fate === fate);
  const [caught, survived] = [of('caught'), of('survived')];
  const share = (100 * caught.length) / (caught.length + survived.length);
  const lines = [
    `policies: ${fates.length} of ${all.length} changes to ${Object.keys(texts.policies).length} policies, seed ${seed}: ${of('invalid').length} make a set that the check refuses; of the others ${caught.length} of ${caught.length + survived.length} are caught, ${share.toFixed(1)}%`,
    ...survived.map(({ policy, what }) => `survived: ${policy}: ${what}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  expect(caught.length).toBeGreaterThan(0);
  expect(share, lines.join('\n')).toBeGreaterThanOrEqual(goal);
});
