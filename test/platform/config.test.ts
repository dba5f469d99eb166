import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, loadEnvironment, readConfig, repositoryRoot } from '#platform/config/index.ts';

function mistakesIn(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  return 'no mistake';
}

describe('the config', () => {
  test('has a default for everything, fit for one machine', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      auth: { kind: 'dev' },
      database: { kind: 'embedded' },
      temporal: { server: 'local', address: '127.0.0.1:7233', namespace: 'default', taskQueue: 'baton' },
      mail: { host: '127.0.0.1', port: 2526, ownDomains: ['alderfinch.example'], intake: { port: 2525 } },
    });
    expect(config.home).toMatch(/^\/.*\.baton$/);
  });

  test('counts an empty value as not set', () => {
    expect(readConfig({ BATON_PORT: '', DATABASE_URL: ' ' })).toMatchObject({
      ports: { api: 3000 },
      database: { kind: 'embedded' },
    });
  });

  test('cannot be changed', () => {
    const config = readConfig({});
    expect(() => Object.assign(config.ports, { api: 1 })).toThrow(TypeError);
    expect(() => Object.assign(config.secrets, { token: 'x' })).toThrow(TypeError);
  });

  test('reads a mail server with its user and password from one address', () => {
    const { mail, secrets } = readConfig({ MAIL_SMTP_URL: 'smtps://post%40x:p%2Fw@mail.test' });
    expect(mail).toMatchObject({ host: 'mail.test', port: 465, secure: true, user: 'post@x' });
    expect(secrets.smtpPassword).toBe('p/w');
  });

  test('gives secrets by name and never prints them', () => {
    const secret = 'geheim-4711';
    const config = readConfig({
      DATABASE_URL: `postgresql://a:${secret}@db.test/baton`,
      DATABASE_OWNER_URL: `postgresql://o:${secret}@db.test/baton`,
      OPENAI_API_KEY: secret,
      MAIL_SMTP_URL: `smtp://u:${secret}@mail.test`,
      BATON_TOKEN: secret,
    });
    expect(config.secrets).toMatchObject({ smtpPassword: secret, token: secret });
    expect(config.providerVariables.read('OPENAI_API_KEY')).toBe(secret);
    expect(config.database).toMatchObject({ kind: 'external', url: expect.stringContaining(secret) });
    expect(JSON.stringify(config)).not.toContain(secret);
    expect(inspect(config, { depth: 9 })).not.toContain(secret);
  });
});

describe('a wrong setting', () => {
  test('is named together with all others, each with the line to write', () => {
    const message = mistakesIn({ BATON_PORT: 'abc', MODEL_PORT: '70000', BATON_AUTH: 'open', LOG_LEVEL: 'loud' });
    expect(message.split('\n')).toEqual([
      expect.stringMatching(/^BATON_PORT is "abc".*Write: BATON_PORT=3000$/),
      expect.stringMatching(/^MODEL_PORT is "70000".*from 1 to 65535.*Write: MODEL_PORT=4010$/),
      expect.stringMatching(/^BATON_AUTH is "open" but must be dev or keys/),
      expect.stringMatching(/^LOG_LEVEL is "loud" but must be one of/),
    ]);
  });

  test('is not repeated when it is a secret', () => {
    const message = mistakesIn({ DATABASE_URL: 'mysql://me:geheim@db.test' });
    expect(message).toContain('DATABASE_URL must be an address that starts with postgresql://');
    expect(message).not.toContain('geheim');
  });

  test('may be a misspelt name', () => {
    expect(mistakesIn({ BATON_PROT: '3001' })).toContain('BATON_PROT is not a setting of Baton. Write: BATON_PORT=...');
  });

  test('may be one port for two services', () => {
    expect(mistakesIn({ MODEL_PORT: '3000' })).toContain(
      'MODEL_PORT is 3000 for the rehearsal model, which BATON_PORT',
    );
  });

  test('that shares a port is advised one that belongs to no other service', () => {
    const message = mistakesIn({ BATON_PORT: '2525', MAILBOX_PORT: '2525' });
    expect(message).toMatch(/^SMTP_PORT is 2525 .* Write: SMTP_PORT=2527$/m);
    expect(message).toMatch(/^MAILBOX_PORT is 2525 .* Write: MAILBOX_PORT=2528$/m);
  });

  test('at the last port is advised one that exists', () => {
    const message = mistakesIn({ BATON_PORT: '65535', MODEL_PORT: '65535' });
    expect(message).toMatch(/Write: MODEL_PORT=1024$/);
  });

  test.each(['0.0.0.0', '::', '10.0.0.5', 'baton.example'])('may be sample accounts on %s', (host) => {
    expect(mistakesIn({ BATON_HOST: host, BATON_AUTH: 'dev' })).toContain('Write: BATON_AUTH=keys');
    expect(readConfig({ BATON_HOST: host }).auth).toEqual({ kind: 'keys' });
  });

  test.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('is not sample accounts on %s', (host) => {
    expect(readConfig({ BATON_HOST: host }).auth).toEqual({ kind: 'dev' });
  });
});

describe('the file .env', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-env-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (text: string) => writeFile(join(folder, '.env'), text);

  test('may be missing', () => {
    expect(loadEnvironment(folder)).toMatchObject({ PATH: expect.any(String) });
  });

  test('gives what the real environment does not', async () => {
    await write('# mine\nexport BATON_PORT=3100\nPATH=/nowhere\nOPENAI_API_KEY="a\nb" # two lines\n');
    const environment = loadEnvironment(folder);
    expect(environment).toMatchObject({ BATON_PORT: '3100', OPENAI_API_KEY: 'a\nb' });
    expect(environment.PATH).not.toBe('/nowhere');
  });

  test('with names nobody reads is refused with the nearest name to each', async () => {
    await write('SMTP_PROT=2600\nOPENAI_API_KEI=x\nBATON_PROT=3001\nLOG_LEVEL=info\n');
    const refusal = (() => {
      try {
        loadEnvironment(folder);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(ConfigError);
    expect((refusal as ConfigError).message.split('\n').toSorted()).toEqual([
      'BATON_PROT is not a setting of Baton. Write: BATON_PORT=... or remove the line',
      'OPENAI_API_KEI is not a setting of Baton. Write: OPENAI_API_KEY=... or remove the line',
      'SMTP_PROT is not a setting of Baton. Write: SMTP_PORT=... or remove the line',
    ]);
  });

  test('may hold every name that .env.example offers a server', async () => {
    const example = await readFile(join(repositoryRoot, '.env.example'), 'utf8');
    await write(example.replaceAll(/^# (?=[A-Z_]+=)/gm, ''));
    expect(loadEnvironment(folder)).toHaveProperty('PUBLISH_PORT');
  });

  test.each([
    ['BATON_PORT=3000\nBATON_HOST 127.0.0.1\n', 2],
    ['BATON_PORT="3000\nBATON_HOST=127.0.0.1\n', 1],
    ['\n\n=3000\n', 3],
  ])('with a broken line is refused with its number: %j', async (text, line) => {
    await write(text);
    expect(() => loadEnvironment(folder)).toThrow(`.env has a line ${line} that is not NAME=value`);
  });
});
