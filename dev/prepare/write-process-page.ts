// node dev/prepare/write-process-page.ts: draws docs/processes.md anew, from the processes as they are.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processPage, processPageFile } from '#dev/process-page/page.ts';
import { repositoryRoot } from '#platform/config/index.ts';

writeFileSync(join(repositoryRoot, processPageFile), processPage(repositoryRoot));
