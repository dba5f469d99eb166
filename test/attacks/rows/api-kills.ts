import { eventually } from '#test/stack/eventually.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { definePausePoint } from '#test/stack/pause-points.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import type { Attack, Attempt } from '../attack.ts';
import type { Ground } from '../ground.ts';
import { meeting } from '../meeting.ts';
import { sayAt } from '../play.ts';
import { doors } from '../word.ts';
import { taken } from './lines.ts';

const word = { as: 'ada', decision: 'approve' } as const;

/** Decisions at an API that dies of them; another one, and a worker, are there all the time. */
export async function prepareApiKills(ground: Ground): Promise<readonly Attack[]> {
  const { stack } = ground;
  const [deciding, telling] = [
    await definePausePoint(stack.db, { table: 'approval', operation: 'update', when: "new.state = 'approved'" }),
    await definePausePoint(stack.db, { table: 'dispatch', operation: 'update', when: "new.kind = 'signal'" }),
  ];
  const api = await spawnApi(stack);
  await fetch(`${api.url}/api/approvals`, { headers: { authorization: 'Bearer dev-ada' } });
  const kill = meeting(2 * doors.length, api.kill);
  // What is held while it is marked as told holds all that is marked with it: nothing else may be on its way by then.
  const gather = meeting(2 * doors.length, () => everythingIsTold(stack));
  const sayThere = (attempt: Attempt) => sayAt(api.url, attempt, word);

  return [
    {
      name: 'after which the API is killed before it tells the process',
      paths: doors,
      play: async (attempt) => {
        await gather();
        const hold = await telling.hold(attempt.runId);
        const heard = await sayThere(attempt);
        await kill();
        // Let through, the dead one would have taken the order for as long as its lease holds.
        await hold.cutOff();
        return [heard, await attempt.say(word)];
      },
      hears: ['taken', 'taken'],
      ledger: [taken('ada', 'approve')],
      end: { kind: 'decided', withinMs: 60_000 },
    },
    {
      name: 'at which the API is killed before it is written down',
      paths: doors,
      play: async (attempt) => {
        await gather();
        const hold = await deciding.hold(attempt.runId);
        const answer = sayThere(attempt).then(
          (heard) => [heard],
          () => [],
        );
        await Promise.race([hold.reached(1, 60_000), answer.then(tooEarly)]);
        await kill();
        await hold.cutOff();
        return answer;
      },
      hears: [],
      ledger: [],
      end: { kind: 'undecided' },
    },
  ];
}

async function everythingIsTold({ database }: Stack): Promise<void> {
  const open = () => database.direct.dispatch.count({ where: { state: 'open' } });
  await eventually('every order to be marked as told', async () => (await open()) === 0);
}

function tooEarly(heard: readonly string[]): never {
  throw new Error(`the API answered ${heard.join()} before it was killed`);
}
