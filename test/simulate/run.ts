// npm run simulate -- [--seed N] [--mails N]: plays a month of customer service and holds its records against each other.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVitest } from 'vitest/node';
import type { SimulationOrder } from './simulation.ts';

const monthOfMails = 3_000;

/** The order given, or what is wrong with it. */
function readOrder(words: readonly string[]): SimulationOrder | string {
  try {
    const options = { seed: { type: 'string' }, mails: { type: 'string' } } as const;
    const { seed, mails } = parseArgs({ args: [...words], options }).values;
    return {
      mails: mails === undefined ? monthOfMails : wholeNumber('mails', mails, 1),
      ...(seed === undefined ? {} : { seed: wholeNumber('seed', seed, 0) }),
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}: npm run simulate -- [--seed N] [--mails N]`;
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`--${name} is "${text}" but must be a whole number from ${least}`);
}

/** Answers the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const simulation = readOrder(words);
  if (typeof simulation === 'string') {
    process.stderr.write(`${simulation}\n`);
    return 2;
  }
  const root = join(import.meta.dirname, '../..');
  const vitest = await createVitest({ root, watch: false, run: true, provide: { simulation } });
  const { testModules, unhandledErrors } = await vitest.start(['test/simulate/month.test.ts']);
  await vitest.close();
  const passed = testModules.length > 0 && testModules.every((module) => module.ok());
  return passed && unhandledErrors.length === 0 ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
