import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchSources } from '#dev/local-stack/watch-sources.ts';

let root: string;
let seen: string[];
let watch: { close(): void };

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'baton-watch-'));
  await mkdir(join(root, 'store/runs'), { recursive: true });
  await writeFile(join(root, 'store/runs/find.ts'), '0');
  seen = [];
  watch = watchSources({ root, folders: ['store', 'console', 'not-there'], changed: (file) => seen.push(file) });
});
afterEach(async () => {
  watch.close();
  await rm(root, { recursive: true });
});

const heard = (...files: string[]) => expect.poll(() => seen, { timeout: 10_000, interval: 20 }).toEqual(files);

/** As many editors save: a new file, put in the old one's place. */
async function saveByRename(file: string, content: string): Promise<void> {
  await writeFile(join(root, `${file}.tmp`), content);
  await rename(join(root, `${file}.tmp`), join(root, file));
}

describe('the source watch', () => {
  test('sees every save that renames over the file', async () => {
    const file = 'store/runs/find.ts';
    await saveByRename(file, '1');
    await heard(file);
    await saveByRename(file, '2');
    await heard(file, file);
    await writeFile(join(root, file), '3');
    await heard(file, file, file);
  });

  test('sees a file that comes in a new folder, and one that goes', async () => {
    await mkdir(join(root, 'store/crm'));
    await writeFile(join(root, 'store/crm/find.ts'), '1');
    await heard('store/crm/find.ts');
    await rm(join(root, 'store/runs'), { recursive: true });
    await heard('store/crm/find.ts', 'store/runs/find.ts');
  });

  test('leaves out what is generated, built or no source', async () => {
    await writeFile(join(root, 'store/index.generated.ts'), '1');
    await mkdir(join(root, 'console/dist'), { recursive: true });
    await writeFile(join(root, 'console/dist/index.html'), '1');
    await writeFile(join(root, 'store/notes.txt'), '1');
    await saveByRename('store/runs/find.ts', '1');
    await heard('store/runs/find.ts');
  });
});
