import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Config } from '#platform/config/index.ts';

const People = z.object({ people: z.array(z.object({ id: z.string(), roles: z.array(z.string()) })) });

/** What a person reads once everything is up: where to look, and who to be. */
export async function describeStack(config: Config, { tookMs }: { tookMs: number }): Promise<string> {
  const { ports } = config;
  const places = [
    ['Console', config.publicUrl],
    ['API reference', `${config.publicUrl}/api/docs`],
    ['Temporal UI', `${config.publicUrl}/temporal`],
    ['Mailbox', `http://localhost:${ports.mailbox}`],
    ['Mail in (SMTP)', `localhost:${ports.smtp}`],
    ['Rehearsal model', `http://localhost:${ports.model}`],
  ] as const;
  return [
    `Baton is ready after ${(tookMs / 1000).toFixed(1)} s. State lies in ${config.home}; Ctrl-C ends everything.`,
    '',
    ...places.map(([name, address]) => `  ${name.padEnd(18)} ${address}`),
    ...(config.auth.kind === 'dev' ? ['', ...(await describeAccounts(config))] : []),
    '',
  ].join('\n');
}

async function describeAccounts({ registryFolder }: Config): Promise<string[]> {
  const file = await readFile(join(registryFolder, 'people.yaml'), 'utf8');
  const { people } = People.parse(parse(file));
  return [
    'Sample accounts, for this machine only:',
    ...people.map(({ id, roles }) => `  dev-${id.padEnd(12)} ${roles.join(', ')}`),
    '',
    'What waits for a person, as Ada sees it: npm run -s baton -- approvals --as ada',
  ];
}
