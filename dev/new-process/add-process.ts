import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { namesOf } from './names.ts';
import { NewProcessFailure } from './new-process-failure.ts';
import { processFiles } from './process-files.ts';

const People = z.object({ people: z.array(z.object({ id: z.string() })) });

/** Adds a process to a checkout, or changes nothing. Answers the paths of its files. */
export function addProcess(root: string, order: { name: string; owner: string; today: Date }): readonly string[] {
  const names = namesOf(order.name);
  refuseStranger(root, order.owner);
  const files = processFiles({ names, owner: order.owner, reviewBy: inAYear(order.today) });
  const taken = files.filter(({ path }) => existsSync(join(root, path)));
  if (taken.length > 0)
    throw new NewProcessFailure(
      `${order.name} is there already: ${taken.map(({ path }) => path).join(', ')}. Take another name.`,
    );
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
  return files.map(({ path }) => path);
}

function refuseStranger(root: string, owner: string): void {
  const { people } = People.parse(parse(readFileSync(join(root, 'registry/people.yaml'), 'utf8')));
  const ids = people.map(({ id }) => id);
  if (!ids.includes(owner))
    throw new NewProcessFailure(
      `registry/people.yaml knows no ${owner}: say with --owner who answers for the process, such as ${ids[0]}.`,
    );
}

function inAYear(today: Date): string {
  const day = new Date(today);
  day.setUTCFullYear(day.getUTCFullYear() + 1);
  return day.toISOString().slice(0, 'yyyy-mm-dd'.length);
}
