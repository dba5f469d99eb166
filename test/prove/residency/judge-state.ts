import { dataOf, regionOf, regionsFor } from './matrix.ts';
import type { CallSeen, Ground, Played } from './play-state.ts';
import type { Health, RoutingState } from './routing-state.ts';
import { isCollectedFor, type ModelName } from './worlds.ts';

/** What is wrong with how a state came out, by the table alone; nothing where all is well. */
export function judgeState(state: RoutingState, played: Played, { worlds }: Pick<Ground, 'worlds'>): string[] {
  const now = worlds[state.now]?.truths;
  const pinnedTo = worlds[state.pinnedTo]?.truths;
  if (!now || !pinnedTo) throw new Error('the state speaks of a world that there is not');
  const open = openRegions(state);

  /** Whether the data may go to what is called by this name and version now. */
  const mayGoTo = ({ model, version }: CallSeen): boolean => {
    const truth = now[model];
    const place = truth.version === version ? regionOf(truth.place) : 'unknown';
    if (dataOf(state.categories) !== 'nothing' && !truth.priced) return false;
    return open.includes(place);
  };
  const asPinned = (model: ModelName): CallSeen => ({ model, version: pinnedTo[model].version });
  const allowed = state.candidates.filter((name) => mayGoTo(asPinned(name)));

  const keptMay = state.keptFrom !== undefined && allowed.includes(state.keptFrom);
  if (played.kept !== keptMay) return [`a kept answer of ${state.keptFrom} was ${played.kept ? '' : 'not '}used`];
  return played.attempts.flatMap(({ calls, outcome }, attempt) => {
    const crossed = calls.filter((call) => !mayGoTo(call)).map(({ model }) => `the data went to ${model}`);
    const expected = expectedOf({
      allowed,
      elsewhere: state.candidates.length - allowed.length,
      health: state.health[attempt],
    });
    const came = outcome.kind === 'unavailable' && outcome.waits ? 'waits' : outcome.kind;
    return came === expected ? crossed : [...crossed, `attempt ${attempt + 1} is to be ${expected} and was ${came}`];
  });
}

/** Where this data may go by the table, under the policies in force. */
function openRegions({ categories, country, purpose, policySet }: RoutingState): readonly string[] {
  if (!isCollectedFor(purpose)) return [];
  const open = regionsFor({ by: 'model', categories, country, purpose });
  return policySet === 'tightened' ? open.filter((region) => region !== 'uk') : open;
}

interface Expecting {
  /** In their order, and nobody else. */
  allowed: readonly ModelName[];
  elsewhere: number;
  health: Readonly<Record<ModelName, Health>> | undefined;
}

/** What the attempt has to come to: the first that may be asked and says anything usable decides. */
function expectedOf({ allowed, elsewhere, health }: Expecting): string {
  const how = allowed.map((name) => health?.[name]);
  const first = how.find((each) => each === 'answers' || each === 'refuses');
  if (first) return first === 'answers' ? 'answer' : 'refused';
  if (how.length === 0) return 'blocked';
  const last = how.at(-1);
  if (last === 'rambles' || last === 'turns-away') return 'failed';
  return elsewhere > 0 && how.every((each) => each === 'down') ? 'waits' : 'unavailable';
}
