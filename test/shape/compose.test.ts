import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { composeProblems } from '#dev/check/compose-file.ts';
import { loadRegistry } from '#governance/registry/index.ts';
import { readConfig } from '#platform/config/index.ts';

const repository = join(import.meta.dirname, '..', '..');

const Service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  env_file: z.string().optional(),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  restart: z.string(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
});

/** What a server runs: programs that the tests and `npm start` run too. */
const programs = ['api/main.ts', 'worker/main.ts', 'platform/database/migrate-command.ts'];

let document: unknown;
let compose: z.infer<typeof Compose>;

beforeAll(async () => {
  document = parse(await readFile(join(repository, 'docker-compose.yml'), 'utf8'), { merge: true });
  compose = Compose.parse(document);
});

const services = () => Object.entries(compose.services);
const ours = () => services().filter(([, service]) => service.build !== undefined);
const longRunning = () => services().filter(([, service]) => service.restart !== 'no');

describe('docker-compose.yml', () => {
  it('follows the Compose specification', () => {
    expect(composeProblems(document)).toEqual([]);
  });

  it('would not pass with a misspelt word', () => {
    expect(composeProblems({ services: { api: { image: 'baton:local', comand: ['node'] } } })).not.toEqual([]);
    expect(composeProblems({ services: { api: { image: 'baton:local', networks: 3 } } })).not.toEqual([]);
  });

  it("runs Baton's services by programs of this repository", async () => {
    const commands = ours().map(([, { command }]) => command);
    expect(commands.map((command) => command?.[0])).toEqual(ours().map(() => 'node'));
    expect(commands.map((command) => command?.[1]).sort()).toEqual([...programs].sort());
    await Promise.all(programs.map((program) => access(join(repository, program))));
  });

  it('gives Baton settings that Baton knows', () => {
    for (const [, { environment }] of ours()) {
      const config = readConfig(Object.fromEntries(Object.entries(environment).map(filled)));
      expect(config).toMatchObject({
        auth: { kind: 'keys' },
        database: { kind: 'external' },
        temporal: { server: 'external' },
        ports: { api: 3000, metrics: 9464 },
        keysFolder: '/var/lib/baton/keys',
      });
    }
  });

  it('demands every password', () => {
    const demanded = JSON.stringify(document).match(/\$\{[A-Z_]+(?=:\?)/g) ?? [];
    expect(new Set(demanded.map((start) => start.slice(2)))).toEqual(
      new Set([
        'BATON_PUBLIC_URL',
        'DATABASE_OWNER_PASSWORD',
        'DATABASE_PASSWORD',
        'MAIL_FROM',
        'POSTGRES_PASSWORD',
        'TEMPORAL_DATABASE_PASSWORD',
      ]),
    );
  });

  it('hands the settings of model providers to the programs that go by them, and to no other', () => {
    const goBy = services().filter(([, { env_file }]) => env_file === '.env.models');
    expect(goBy.map(([name]) => name)).toEqual(['api', 'worker']);
  });

  it('explains each variable of a provider, and none that no provider has', async () => {
    const example = await readFile(join(repository, '.env.models.example'), 'utf8');
    const explained = Array.from(example.matchAll(/^# ([A-Z_]+)=/gm), ([, name]) => name);
    const known = loadRegistry(join(repository, 'registry'))
      .providers()
      .filter(({ name }) => name !== 'rehearsal')
      .flatMap(({ baseUrl, baseUrlVariable, keyVariable }) =>
        [keyVariable ?? [], baseUrl ? [] : baseUrlVariable].flat(),
      );
    expect(explained.toSorted()).toEqual(known.toSorted());
  });

  it('takes no variable that .env.example does not explain', async () => {
    const example = await readFile(join(repository, '.env.example'), 'utf8');
    const explained = new Set(Array.from(example.matchAll(/^(?:# )?([A-Z_]+)=/gm), ([, name]) => name));
    const used = new Set(Array.from(JSON.stringify(document).matchAll(/\$\{([A-Z_]+)/g), ([, name]) => name));
    expect([...used].sort()).toEqual([...explained].sort());
  });

  it('keeps the owner of the tables out of what runs all day', () => {
    const holders = services().filter(([, { environment }]) => 'DATABASE_OWNER_URL' in environment);
    expect(holders.map(([name]) => name)).toEqual(['migrate']);
  });

  it('pins every image', () => {
    for (const [name, { image }] of services()) {
      expect(image, name).toMatch(/^[\w./-]+:[\w.-]+$/);
      expect(image, name).not.toMatch(/:latest$/);
    }
  });

  it('publishes the port of the API and nothing else', () => {
    const open = services().filter(([, { ports }]) => ports.length > 0);
    expect(open.map(([name]) => name)).toEqual(['api']);
    expect(open[0]?.[1].ports).toEqual([expect.stringMatching(/:3000$/)]);
  });

  it('lets only Baton itself reach the outside', () => {
    expect(compose.networks).toEqual({ inside: { internal: true }, outside: {} });
    const outside = services().filter(([, { networks }]) => networks.includes('outside'));
    expect(outside.map(([name]) => name)).toEqual(['api', 'worker']);
  });

  it('watches the health of everything that runs all day', () => {
    expect(longRunning().map(([name]) => name)).toEqual([
      'postgres',
      'temporal',
      'temporal-ui',
      'mailbox',
      'api',
      'worker',
    ]);
    for (const [name, { healthcheck }] of longRunning()) expect(healthcheck?.test.length, name).toBeGreaterThan(1);
  });
});

describe('Dockerfile', () => {
  it('runs the pinned Node without root rights and without what is only for development', async () => {
    const dockerfile = await readFile(join(repository, 'Dockerfile'), 'utf8');
    const bases = Array.from(dockerfile.matchAll(/^FROM (\S+)/gm), ([, base]) => base);
    expect(new Set(bases)).toEqual(new Set([`node:${process.versions.node}-bookworm-slim`]));
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toContain('npm install --no-save --omit=dev');
    expect(dockerfile).toContain('prisma generate');
    expect(dockerfile).toContain('node dev/prepare/build-console.ts');
  });
});

/** What a filled-in .env makes of a value: defaults stay, what must be set becomes something plausible. */
function filled([name, value]: [string, string]): [string, string] {
  const given: Record<string, string> = { BATON_PUBLIC_URL: 'https://baton.example', MAIL_FROM: 'service@example.com' };
  const text = value
    .replace(/\$\{([A-Z_]+):-([^}]*)\}/g, '$2')
    .replace(/\$\{([A-Z_]+):\?[^}]*\}/g, (_match, variable: string) => given[variable] ?? 'secret');
  return [name, text];
}
