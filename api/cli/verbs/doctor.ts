import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Readiness } from '#contracts/http/health.ts';
import { ProcessList } from '#contracts/http/process.ts';
import type { Cli } from '../cli.ts';
import { CliFailure, tryLater } from '../cli-failure.ts';
import { reach } from '../client.ts';

interface Finding {
  name: string;
  well: boolean;
  detail: string;
}

/** `doctor`: what is well and what is not, with what to do. */
export function doctor(cli: Cli): void {
  cli.program
    .command('doctor')
    .description('look whether everything is there and answers')
    .action(async () => {
      const { config } = cli;
      const findings = [
        nodeVersion(),
        await fileThere(
          'registry',
          join(config.registryFolder, 'people.yaml'),
          'set BATON_REGISTRY to the registry folder',
        ),
        await fileThere(
          'keys',
          join(config.keysFolder, 'installation.key'),
          'the first start of the API or worker makes it',
        ),
        ...(await stack(cli)),
      ];
      report(cli, findings);
    });
}

function nodeVersion(): Finding {
  const well = Number(process.versions.node.split('.')[0]) >= 24;
  return {
    name: 'node',
    well,
    detail: well ? process.version : `${process.version}; run this through npm, which brings Node 24`,
  };
}

async function fileThere(name: string, file: string, advice: string): Promise<Finding> {
  const well = await access(file).then(
    () => true,
    () => false,
  );
  return { name, well, detail: well ? file : `${file} cannot be read: ${advice}` };
}

async function stack(cli: Cli): Promise<Finding[]> {
  try {
    const answer = await reach(cli.url(), '/readyz');
    const { parts } = Readiness.parse(await answer.json());
    const found = parts.map(({ name, ready, detail }) => ({ name, well: ready, detail }));
    return [{ name: 'api', well: true, detail: `answers at ${cli.url()}` }, ...found, ...(await processes(cli))];
  } catch (error) {
    return [{ name: 'api', well: false, detail: error instanceof Error ? error.message : String(error) }];
  }
}

/** Only somebody who signs in is told what the API has loaded. */
async function processes(cli: Cli): Promise<Finding[]> {
  if (cli.token() === undefined) return [];
  const { items } = await cli.client().get('/api/processes', ProcessList);
  return [{ name: 'processes', well: items.length > 0, detail: items.map(({ name }) => name).join(', ') || 'none' }];
}

function report({ terminal, isForPrograms }: Cli, findings: readonly Finding[]): void {
  if (isForPrograms()) terminal.give({ findings });
  else
    for (const { name, well, detail } of findings)
      terminal.say(`${well ? 'ok   ' : 'WRONG'} ${name.padEnd(10)} ${detail}`);
  const wrong = findings.filter(({ well }) => !well).map(({ name }) => name);
  if (wrong.length === 0) {
    if (!isForPrograms()) terminal.say('All is well.');
    return;
  }
  throw new CliFailure(`Not well: ${wrong.join(', ')}`, { exit: tryLater });
}
