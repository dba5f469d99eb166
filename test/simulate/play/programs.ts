import { type Caller, callAs } from '#test/stack/call-api.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { type ApiProgram, spawnApi } from '#test/stack/spawn-api.ts';
import type { Program } from '#test/stack/spawn-program.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';

/** The programs on duty, which are killed and take up their work again. */
export interface Programs {
  /** Where mail comes in by SMTP. */
  intakePort: number;
  /** A person at the API. */
  as(person: string): Caller;
  /** Kills one of the workers, lets something happen while it is away, and starts another. */
  killWorker(meanwhile?: () => Promise<void>): Promise<void>;
  killApi(): Promise<void>;
  kills: { worker: number; api: number };
  stop(): Promise<void>;
}

const settings = { DATABASE_CONNECTIONS: '20' };

/** `root`: where their sources are, which may be broken on purpose. */
export async function startPrograms(
  stack: Stack,
  { root, workers: count }: { root?: string; workers: number },
): Promise<Programs> {
  const startWorker = () => spawnQuickWorker(stack, { ...(root === undefined ? {} : { root }), settings });
  const starting = Array.from({ length: count }, startWorker);
  let api: ApiProgram = await spawnApi(stack, settings, root);
  const workers: Program[] = await Promise.all(starting);
  const kills = { worker: 0, api: 0 };
  return {
    intakePort: Number(api.settings.SMTP_PORT),
    as: (person) => callAs(person, api.url),
    killWorker: async (meanwhile = async () => undefined) => {
      const worker = workers.shift();
      await worker?.kill();
      kills.worker += 1;
      await meanwhile();
      workers.push(await startWorker());
    },
    killApi: async () => {
      await api.kill();
      kills.api += 1;
      api = await spawnApi(stack, api.settings, root);
    },
    kills,
    stop: async () => {
      await Promise.all([api, ...workers].map((program) => program.stop()));
    },
  };
}
