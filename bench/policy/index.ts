import { join } from 'node:path';
import { createPolicy } from '#governance/policy/create-policy.ts';
import { type PolicyExample, readExamples } from '#governance/policy/examples/read-examples.ts';
import { readPolicies } from '#governance/policy/read-policies.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { createBench } from '../create-bench.ts';
import { type Percentiles, percentilesOf } from '../percentiles.ts';
import { type Rounds, readRounds } from '../read-rounds.ts';

/** What a decision may take, in milliseconds. */
const goal = { p95: 1 };
const warmUps = 3;

/** How long policy takes to decide what the examples beside the policies ask: judged anew, and remembered. */
export const runPolicy = createBench({
  readOptions: readRounds('policy', 50),
  measure: async (_lifecycle, options) => measure(options),
});

function measure({ rounds }: Rounds): string {
  const folder = join(repositoryRoot, 'registry');
  const texts = readPolicies(folder);
  const { examples } = readExamples(folder, texts);
  const perRound = Array.from({ length: warmUps + rounds }, (_, round) => {
    const world = { time: () => ({ hour: round % 24, officeHours: true }), regionOf: () => 'local' };
    const { decide } = createPolicy(texts, world);
    const ask = () => examples.map((example) => timeOf(() => decide(example.question), example));
    return { first: ask(), again: ask() };
  }).slice(warmUps);
  const first = perRound.flatMap((round) => round.first);
  const again = perRound.flatMap((round) => round.again).filter(({ byProcess }) => byProcess);
  return [
    `${Object.keys(texts.policies).length} policies, ${examples.length} questions, ${rounds} rounds; milliseconds, goal p95 ${goal.p95}`,
    line('judged', percentilesOf(first.map(({ ms }) => ms))),
    line('remembered, of processes', percentilesOf(again.map(({ ms }) => ms))),
  ].join('\n');
}

function timeOf(decide: () => unknown, { question }: PolicyExample) {
  const begun = performance.now();
  decide();
  return { ms: performance.now() - begun, byProcess: question.principal.kind === 'process' };
}

function line(name: string, { p50, p95, p99 }: Percentiles): string {
  const figures = [p50, p95, p99].map((value) => value.toFixed(3).padStart(9)).join('');
  return `${name.padEnd(26)}${figures}  ${p95 <= goal.p95 ? 'reached' : 'missed'}`;
}
