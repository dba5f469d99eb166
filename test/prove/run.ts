// npm run prove -- NAME [--seed N] [--times N]: runs one long campaign.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVitest } from 'vitest/node';
import type { CampaignOrder } from './campaign.ts';

const ending = '.test.ts';
const longCampaign = 100;

interface Order {
  name: string;
  campaign: CampaignOrder;
}

function campaigns(): string[] {
  return readdirSync(import.meta.dirname).flatMap((file) =>
    file.endsWith(ending) ? [file.slice(0, -ending.length)] : [],
  );
}

/** The order given, or what is wrong with it. */
function readOrder(words: readonly string[]): Order | string {
  const known = campaigns().join(', ');
  const usage = `npm run prove -- NAME [--seed N] [--times N]; there are: ${known}`;
  try {
    const options = { seed: { type: 'string' }, times: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [name, ...rest] = positionals;
    if (name === undefined || rest.length > 0 || !campaigns().includes(name)) return `Name one campaign: ${usage}`;
    const times = values.times === undefined ? longCampaign : wholeNumber('times', values.times, 1);
    return {
      name,
      campaign: { times, ...(values.seed === undefined ? {} : { seed: wholeNumber('seed', values.seed, 0) }) },
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}: ${usage}`;
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
  const vitest = await createVitest({ root, watch: false, run: true, provide: { campaign: order.campaign } });
  const { testModules, unhandledErrors } = await vitest.start([`test/prove/${order.name}${ending}`]);
  await vitest.close();
  const passed = testModules.length > 0 && testModules.every((module) => module.ok());
  return passed && unhandledErrors.length === 0 ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
