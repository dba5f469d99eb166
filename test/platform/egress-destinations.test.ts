import { describe, expect, test } from 'vitest';
import { loadRegistry } from '#governance/registry/index.ts';
import { readConfig, repositoryRoot } from '#platform/config/index.ts';
import { outgoingAddressesOf } from '#platform/config/outgoing-addresses.ts';
import { listDestinations } from '#platform/egress/index.ts';

const registry = loadRegistry(`${repositoryRoot}/registry`);
const assets = registry.egressAssets();

function destinationsWith(settings: Readonly<Record<string, string>>) {
  return listDestinations(assets, outgoingAddressesOf(readConfig(settings), registry));
}

function openWith(settings: Readonly<Record<string, string>>): string[] {
  const open = destinationsWith(settings).filter((each) => each.open);
  return open.map(({ asset, scheme, host, port }) => `${asset} ${scheme}://${host}:${port}`);
}

describe('what is open', () => {
  test('is what settings use, and nothing of the model without a key or the mailbox without an address', () => {
    expect(openWith({})).toEqual(['smtp smtp://127.0.0.1:2526']);
    expect(openWith({ OPENAI_API_KEY: 'k' })).toContain('openai https://api.openai.com:443');
    const local = { REHEARSAL_BASE_URL: 'http://127.0.0.1:4010/v1', MAILBOX_URL: 'http://127.0.0.1:8025' };
    expect(openWith({ ...local, MAIL_SMTP_URL: 'smtp://mailbox:1025' })).toEqual([
      'rehearsal http://127.0.0.1:4010',
      'local-mailbox http://127.0.0.1:8025',
      'local-mailbox http://127.0.0.1:8025',
      'smtp smtp://mailbox:1025',
    ]);
  });

  test('is all that an entry names of which settings say nothing', () => {
    const rules = [{ scheme: 'smtp', host: 'mail.example', reach: 'public' }] as const;
    const [destination] = listDestinations([{ asset: 'fax', kind: 'connector', rules }], []);
    expect(destination).toMatchObject({ open: true, port: 587 });
  });

  test('is told beside what is not', () => {
    const closed = destinationsWith({}).filter((each) => !each.open);
    expect(closed).toContainEqual({
      asset: 'rehearsal',
      kind: 'provider',
      scheme: 'http',
      host: '127.0.0.1',
      port: null,
      reach: 'loopback',
      methods: ['POST'],
      paths: ['/v1/chat/completions'],
      open: false,
    });
    expect(closed).toContainEqual(expect.objectContaining({ asset: 'openai', port: 443 }));
  });
});

describe('settings that lead elsewhere are refused', () => {
  const openai = { OPENAI_API_KEY: 'k' };
  test.each([
    [
      'another host',
      { ...openai, OPENAI_BASE_URL: 'https://api.openai.example/v1' },
      /^OPENAI_BASE_URL leads to https:\/\/api\.openai\.example, which the registry does not let openai reach\. Write: .* registry\/providers\/openai\.yaml .*'egress': - { scheme: https, host: api\.openai\.example, methods: \[POST\], paths: \[\/v1\/chat\/completions, \/v1\/responses\] }$/,
    ],
    ['another port', { ...openai, OPENAI_BASE_URL: 'https://api.openai.com:8443/v1' }, /port: 8443/],
    ['no encryption', { ...openai, OPENAI_BASE_URL: 'http://api.openai.com/v1' }, /leads to http:/],
    ['another path', { ...openai, OPENAI_BASE_URL: 'https://api.openai.com/v2' }, /^OPENAI_BASE_URL leads to/],
    ['this machine', { ...openai, OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }, /port: 9, reach: loopback/],
    ['a model elsewhere', { REHEARSAL_BASE_URL: 'http://10.0.0.5:4010/v1' }, /host: 10\.0\.0\.5, .*reach: private/],
    ['this machine in IPv6', { REHEARSAL_BASE_URL: 'http://[::1]:4010/v1' }, /host: "\[::1\]"/],
    [
      'another mail server',
      { MAIL_SMTP_URL: 'smtps://u:geheim@Mail.Example' },
      /^MAIL_SMTP_URL leads to smtps:\/\/mail\.example, .* registry\/connectors\/smtp\.yaml .*- { scheme: smtps, host: mail\.example }$/,
    ],
  ])('%s, with the line to write', (_what, settings, message) => {
    expect(() => destinationsWith(settings)).toThrow(message);
    expect(() => destinationsWith(settings)).not.toThrow(/geheim/);
  });

  test('all at once', () => {
    const settings = { MAIL_SMTP_URL: 'smtp://mail.example', REHEARSAL_BASE_URL: 'http://model.example/v1' };
    expect(() => destinationsWith(settings)).toThrow(/REHEARSAL_BASE_URL leads.*\n.*MAIL_SMTP_URL leads/);
  });
});
