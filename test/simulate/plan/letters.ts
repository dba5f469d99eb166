import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '#platform/config/index.ts';
import type { Random } from '#test/prove/random.ts';
import { chooserOf } from './chooser-of.ts';

export interface Wording {
  subject: string;
  text: string;
}

const folder = join(repositoryRoot, 'dev/rehearsal-model/sorting/letters');

/** What people write about a topic, by letters that were written for the rehearsal model. */
export function wordingsOf(topic: string): (random: Random) => Wording {
  return chooserOf(
    readFileSync(join(folder, `${topic}.txt`), 'utf8')
      .trim()
      .split('\n')
      .map(readWording),
  );
}

/** One letter a line, its subject before the bar. */
function readWording(line: string): Wording {
  const [subject = '', text = ''] = line.split(' | ');
  return { subject, text };
}
