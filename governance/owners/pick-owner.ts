import type { OwnerChoice, PassedBy, PinnedOwners, Takes } from '#contracts/owning.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';

/** Somebody who might own an enquiry, as things stand. */
export interface Candidate {
  id: string;
  takes?: Takes | undefined;
  /** Somebody acts for them, or they are not there any more. */
  isAway: boolean;
  /** How many tasks wait for them by name. */
  openTasks: number;
}

export interface OwnerWanted {
  runId: string;
  /** Whoever started the run is not asked about it. */
  startedBy: string;
  category: string;
  /** Undefined where it is not known. */
  language: string | undefined;
  owners: PinnedOwners;
  /** Who was asked before, in that order. */
  passedBy: readonly PassedBy[];
  /** Whoever works on what comes in. */
  team: readonly Candidate[];
  /** Those who own what nobody else takes, in that order. */
  last: readonly Candidate[];
}

/**
 * Who is asked next. Of those who take such enquiries in that language, else in any: whoever has the fewest tasks, and of
 * several one by lot that the run's id decides. Nobody who is away, started the run or was asked before. Where nobody is
 * left, or it was not done in time, it belongs to one of the last, whoever is away.
 */
export function pickOwner(wanted: OwnerWanted): OwnerChoice {
  const free = wanted.team.filter((candidate) => mayBeOffered(wanted, candidate));
  const fitting = free.filter((candidate) => takes(candidate, wanted));
  const speaking = fitting.filter((candidate) => speaks(candidate, wanted));
  const [first] = (speaking.length > 0 ? speaking : fitting).toSorted((one, other) => inTurn(wanted, one, other));
  if (!first || isForTheLast(wanted)) return lastOwner(wanted);
  const { category, language } = wanted;
  const inLanguage = speaking.length > 0 && language !== undefined ? ` in ${language}` : '';
  const because = `Of those who take ${category}${inLanguage} and are there, nobody has fewer tasks (${first.openTasks})`;
  return { kind: 'offer', owner: first.id, because };
}

function mayBeOffered({ startedBy, passedBy, owners }: OwnerWanted, { id, isAway }: Candidate): boolean {
  return !isAway && id !== startedBy && !owners.last.includes(id) && !passedBy.some(({ person }) => person === id);
}

function takes({ takes: taken }: Candidate, { category }: OwnerWanted): boolean {
  return taken === undefined || taken.categories.includes(category);
}

function speaks({ takes: taken }: Candidate, { language }: OwnerWanted): boolean {
  return taken === undefined || language === undefined || taken.languages.includes(language);
}

function inTurn({ runId }: OwnerWanted, one: Candidate, other: Candidate): number {
  if (one.openTasks !== other.openTasks) return one.openTasks - other.openTasks;
  return lotOf(runId, one) < lotOf(runId, other) ? -1 : 1;
}

function lotOf(runId: string, { id }: Candidate): string {
  return sha256Hex(`${runId} ${id}`);
}

function isForTheLast({ passedBy, owners }: OwnerWanted): boolean {
  return passedBy.length >= owners.offers || passedBy.at(-1)?.why === 'not-done';
}

/** Not the one who passed it by just now, and nobody who is away, where there is another. */
function lastOwner({ last, startedBy, passedBy }: OwnerWanted): OwnerChoice {
  const able = last.filter(({ id }) => id !== startedBy);
  const others = able.filter(({ id }) => id !== passedBy.at(-1)?.person);
  const owner = others.find(({ isAway }) => !isAway) ?? others[0] ?? able[0];
  if (!owner) throw new RangeError('nobody is left to own the enquiry: the registry names two at least');
  const because = 'Nobody else is left who may be asked, so it is one of those who own what nobody takes';
  return { kind: 'own', owner: owner.id, because };
}
