import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';

const write = 'npx node dev/prepare/write-process-page.ts';

export const processPictures: Check = {
  name: 'pictures of the processes',
  remedy: `Draw them anew: ${write}`,
  async run(root) {
    // Loaded late: while contracts do not load, the other checks still say why.
    const { processPage, processPageFile } = await import('#dev/process-page/page.ts');
    const file = join(root, processPageFile);
    const drawn = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return drawn === processPage(root) ? [] : [`${processPageFile}: is not what the processes are`];
  },
};
