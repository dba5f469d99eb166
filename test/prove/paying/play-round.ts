import type { Caller } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { faultsOf } from '#test/stack/faults.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { People } from '#test/stack/people.ts';
import type { Program } from '#test/stack/spawn-program.ts';
import type { Random } from '../random.ts';
import type { Place } from './places.ts';

/** A run whose worker was killed once around its one call of a model. */
export interface Round {
  place: string;
  token: string;
  outcome: string | null;
  /** As the provider counts. */
  calls: number;
  /** As the run's record counts. */
  counted: number;
}

export interface Scene {
  stack: Stack;
  people: People;
  reader: Caller;
  startWorker(): Promise<Program>;
}

/** Plays one round, and leaves a worker running. */
export async function playRound(
  { stack, people, reader, startWorker }: Scene,
  { worker, place, token, random }: { worker: Program; place: Place; token: string; random: Random },
): Promise<{ round: Round; worker: Program }> {
  const trap = await place.lay(token, random);
  const runId = await people.start('triage-enquiry', { ...enquiryAbout('spam', token) });
  await trap.reached();
  await worker.kill();
  await trap.letGo();
  const next = await startWorker();
  const outcome = await people.outcome(runId, 60_000);
  const calls = (await faultsOf(stack).calls(token)).length;
  const { perhapsPaid } = await reader.run(runId);
  return { round: { place: place.name, token, outcome, calls, counted: perhapsPaid.length }, worker: next };
}

/** What must never be, each in a sentence. */
export function judgeRound({ place, token, outcome, calls, counted }: Round): string[] {
  const extra = calls - 1;
  return [
    ...(outcome === 'spam' ? [] : [`${token} (${place}) came to ${outcome}`]),
    ...(extra > 1 ? [`${token} (${place}): one kill, and the provider was asked ${calls} times`] : []),
    ...(counted < extra ? [`${token} (${place}): paid ${calls} times, and the run counts ${counted} in doubt`] : []),
    ...(counted > 1 ? [`${token} (${place}): one kill, and the run counts ${counted} in doubt`] : []),
  ];
}

export function summariseRounds(rounds: readonly Round[]): string {
  const extra = rounds.filter(({ calls }) => calls > 1).length;
  const unfounded = rounds.filter(({ calls, counted }) => counted > calls - 1);
  const places = [...Map.groupBy(rounds, ({ place }) => place)].map(([place, own]) => {
    const paid = own.filter(({ calls }) => calls > 1).length;
    const counted = own.reduce((sum, round) => sum + round.counted, 0);
    return `  ${place}: ${own.length} kills, ${paid} paid twice, ${counted} counted`;
  });
  return [
    `paying-once: ${rounds.length} kills, ${extra} paid twice, ${rounds.reduce((sum, { counted }) => sum + counted, 0)} counted as perhaps paid twice`,
    ...places,
    `  counted where it did not happen, since nobody can know: ${unfounded.length} (${unfounded.map(({ token, place }) => `${token} ${place}`).join(', ') || 'none'})`,
  ].join('\n');
}
