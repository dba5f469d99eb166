import { isAppError } from '#contracts/errors.ts';
import { readExamples } from '#governance/policy/examples/read-examples.ts';
import { tryExamples } from '#governance/policy/examples/try-examples.ts';
import { createPolicyWorld } from '#governance/policy/index.ts';
import { pointsNamed } from '#governance/policy/points-named.ts';
import { preparePolicies } from '#governance/policy/prepare-policies.ts';
import { readPolicies } from '#governance/policy/read-policies.ts';
import { openPolicies } from '#governance/policy/refuse-open-policies.ts';
import { type LoadOptions, loadRegistry } from '#governance/registry/index.ts';

/** Loads a registry folder and its policies as strictly as the programs do; answers one line for each mistake. */
export async function checkRegistry(folder: string): Promise<string[]> {
  const mistakes = [
    ...mistakesOf(() => createPolicyWorld(loadRegistry(folder))),
    ...mistakesOf(() => preparePolicies(readPolicies(folder))),
  ];
  return mistakes.length > 0
    ? [...new Set(mistakes)]
    : [...idlePolicies(folder), ...tooOpen(folder), ...wrongExamples(folder)];
}

/** Says which reviews fall due within a month, or are overdue. */
export function reviewsDue(folder: string, options: LoadOptions = {}): readonly string[] {
  return loadRegistry(folder, options).dueWithin(30);
}

function mistakesOf(load: () => unknown): string[] {
  try {
    load();
    return [];
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.places.length === 0) return [error.message];
    return error.places.map(({ pointer, detail }) => `${pointer}: ${detail}`);
  }
}

/** Each rule shows by example what it permits and what it refuses, and each example comes out as it says. */
function wrongExamples(folder: string): string[] {
  const texts = readPolicies(folder);
  const { examples, mistakes } = readExamples(folder, texts);
  return [...mistakes, ...tryExamples(texts, examples)];
}

/** What a program would refuse to start with where people and data are real. */
function tooOpen(folder: string): string[] {
  return openPolicies(readPolicies(folder)).map(({ pointer, detail }) => `${pointer}: ${detail}`);
}

/** A rule about a point that no process comes to protects nothing, whatever it says. */
function idlePolicies(folder: string): string[] {
  const { processes } = loadRegistry(folder).view();
  const routes = processes.flatMap(({ routing }) => Object.values(routing));
  const points = new Set<string>(['unconfirmed', ...routes.map(({ review }) => review)]);
  return pointsNamed(folder)
    .filter(({ point }) => !points.has(point))
    .map(
      ({ policy, point }) =>
        `policies/${policy}: no process comes to the point '${point}'; route something there, or remove the policy`,
    );
}
