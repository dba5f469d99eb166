// node test/histories/record.ts: records each process anew at each point where it waits or ends, from runs on real servers.
// The recorded histories stand for runs that are open somewhere. Where one no longer replays, the process needs `patched()`,
// not another recording; record anew only what nobody runs yet. `answer-order-status.clarified` was recorded before questions
// paused runs, and cannot be recorded again.
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

const root = join(import.meta.dirname, '../..');
const vitest = await createVitest({ root, watch: false, run: true, include: ['test/histories/record-points.ts'] });
const { testModules, unhandledErrors } = await vitest.start();
await vitest.close();
const recorded = testModules.length > 0 && testModules.every((module) => module.ok()) && unhandledErrors.length === 0;
process.exit(recorded ? 0 : 1);
