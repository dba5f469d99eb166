// npm run simulate -- [--seed N] [--mails N] [--sabotages]: plays a month of customer service and holds its records against each other;
// with --sabotages, short months over Baton broken in each way that the reconciliation has to find.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVitest } from 'vitest/node';
import type { SimulationOrder } from './simulation.ts';

const monthOfMails = 3_000;

interface Order {
  test: 'month' | 'sabotage';
  simulation: SimulationOrder;
}

/** The order given, or what is wrong with it. */
function readOrder(words: readonly string[]): Order | string {
  try {
    const options = {
      seed: { type: 'string' },
      mails: { type: 'string' },
      sabotages: { type: 'boolean', default: false },
    } as const;
    const { seed, mails, sabotages } = parseArgs({ args: [...words], options }).values;
    const simulation = {
      mails: mails === undefined ? monthOfMails : wholeNumber('mails', mails, 1),
      ...(seed === undefined ? {} : { seed: wholeNumber('seed', seed, 0) }),
    };
    return { test: sabotages ? 'sabotage' : 'month', simulation };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}: npm run simulate -- [--seed N] [--mails N] [--sabotages]`;
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`--${name} is "${text}" but must be a whole number from ${least}`);
}

/** Answers the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const order = readOrder(words);
  if (typeof order === 'string') {
    process.stderr.write(`${order}\n`);
    return 2;
  }
  const root = join(import.meta.dirname, '../..');
  const vitest = await createVitest({ root, watch: false, run: true, provide: { simulation: order.simulation } });
  const { testModules, unhandledErrors } = await vitest.start([`test/simulate/${order.test}.test.ts`]);
  await vitest.close();
  const passed = testModules.length > 0 && testModules.every((module) => module.ok());
  return passed && unhandledErrors.length === 0 ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
