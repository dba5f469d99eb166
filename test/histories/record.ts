// node test/histories/record.ts [PROCESS …]: records processes anew at each point where they wait or end, from runs on real servers;
// one that has no points of its own here is recorded by its example.
// The recorded histories stand for runs that are open somewhere. Where one no longer replays, the process needs `patched()`,
// not another recording; record anew only what nobody runs yet. `answer-order-status.clarified` was recorded before questions
// paused runs, and cannot be recorded again.
import { join } from 'node:path';
import { createVitest } from 'vitest/node';
import { processDefinitions } from '#contracts/processes/index.generated.ts';

const root = join(import.meta.dirname, '../..');
const names = process.argv.slice(2);
const unknown = names.filter((name) => !processDefinitions.some((definition) => definition.name === name));
if (unknown.length > 0) throw new Error(`There is no process ${unknown.join(', ')}`);
const chosen = names.length === 0 ? {} : { testNamePattern: new RegExp(`^(${names.join('|')}) `) };
const include = [
  'record-points',
  'record-owning-points',
  'record-billing-points',
  'record-refund-points',
  'record-ticket-points',
].map((name) => `test/histories/${name}.ts`);
const vitest = await createVitest({ root, watch: false, run: true, include, ...chosen });
const { testModules, unhandledErrors } = await vitest.start();
await vitest.close();
const recorded = testModules.length > 0 && testModules.every((module) => module.ok()) && unhandledErrors.length === 0;
process.exit(recorded ? 0 : 1);
