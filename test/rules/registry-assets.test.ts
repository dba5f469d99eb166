import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetKinds } from '#contracts/asset.ts';
import { Jurisdiction } from '#contracts/jurisdiction.ts';
import { reviewsDue } from '#dev/check/policies.ts';
import { loadRegistry } from '#governance/registry/index.ts';
import { renderPrompt } from '#governance/registry/prompt.ts';
import { copyRegistry, mistakesOf, registryFolder } from './registry-copy.ts';

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const tool = 'tools/look-up-order.yaml';
const dataset = 'datasets/enquiries.yaml';
const model = 'models/rehearsal-1.yaml';
const prompt = 'prompts/triage-enquiry/classify-enquiry.prompt.md';
const triage = 'processes/triage-enquiry.yaml';
const smtp = readFileSync(join(registryFolder, 'connectors/smtp.yaml'), 'utf8');

describe('every kind of asset', () => {
  const files = [triage, prompt, model, tool, 'connectors/smtp.yaml', dataset];
  const fields = [
    'owner',
    'jurisdiction',
    'classification',
    'purpose',
    'lawfulBasis',
    'retention',
    'riskClass',
    'reviewBy',
  ];
  const cases = files.flatMap((file) => fields.map((field) => [file, field] as const));

  test.each(cases)('%s cannot do without %s', (file, field) => {
    const copy = copyRegistry({ [file]: replace(new RegExp(`^${field}: .*\\n`, 'm'), '') });
    const expected = new RegExp(`^${file.replaceAll('.', '\\.')}:\\d+ ${field}: is missing; write '${field}: …'`);
    expect(mistakesOf(() => loadRegistry(copy))).toContainEqual(expect.stringMatching(expected));
  });

  test.each(fields)('a role cannot do without %s', (field) => {
    const copy = copyRegistry({ 'roles.yaml': replace(new RegExp(`^ {2}${field}: .*\\n`, 'm'), '') });
    const expected = new RegExp(`^roles\\.yaml:\\d+ staff\\.${field}: is missing; write '${field}: …'`);
    expect(mistakesOf(() => loadRegistry(copy))).toContainEqual(expect.stringMatching(expected));
  });
});

describe('a mistake in an asset names file, line and field', () => {
  test.each<[string, Parameters<typeof copyRegistry>[0], RegExp]>([
    [
      'a country that is none',
      { [tool]: replace('jurisdiction: local', 'jurisdiction: uk') },
      /look-up-order\.yaml:8 jurisdiction: must be the ISO 3166-1 code of a country .* correct "uk"/,
    ],
    [
      'a region nobody vouches for',
      { [model]: replace(/^regionSource: .*\n/m, '') },
      /rehearsal-1\.yaml:\d+ regionSource: is missing; write 'regionSource: …' .*'region: unknown'/,
    ],
    [
      'a connector in a region nobody vouches for',
      { 'connectors/smtp.yaml': replace(/^regionSource: .*\n/m, '') },
      /smtp\.yaml:\d+ regionSource: is missing; write 'regionSource: …'/,
    ],
    [
      'a model in the house that is reached over the internet',
      { [model]: replace('provider: rehearsal', 'provider: openai') },
      /rehearsal-1\.yaml:\d+ region: is local, and providers\/openai\.yaml reaches api\.openai\.com on the internet/,
    ],
    [
      'a connector in the house that reaches out to the internet',
      { 'connectors/smtp.yaml': replace('egress:', 'egress:\n  - { scheme: smtps, host: mail.example.com }') },
      /smtp\.yaml:\d+ region: is local, and connectors\/smtp\.yaml reaches mail\.example\.com on the internet/,
    ],
    [
      'a time that is none',
      { [dataset]: replace('retention: 24 months', 'retention: forever') },
      /enquiries\.yaml:\d+ retention: must be a number and a unit, .* correct "forever"/,
    ],
    [
      'a dataset that leaves its own fields to a process',
      { [dataset]: replace('retention: 24 months', 'retention: as-process') },
      /enquiries\.yaml:\d+ retention: must be a number and a unit/,
    ],
    ['a day that is none', { [tool]: replace(/reviewBy: .*/, 'reviewBy: 2027-02-30') }, /reviewBy: Invalid ISO date/],
    [
      'an unknown category of data',
      { [dataset]: replace('personal.phone', 'personal.fone') },
      /enquiries\.yaml:\d+ categories\.\d: /,
    ],
    [
      'an owner of a tool who is nobody',
      { [tool]: replace('owner: max', 'owner: mux') },
      /look-up-order\.yaml:3 owner: 'mux' is nobody in people\.yaml; add them there/,
    ],
    [
      'an owner of a role who is nobody',
      { 'roles.yaml': replace('owner: cora', 'owner: coro') },
      /roles\.yaml:\d+ compliance-officer\.owner: 'coro' is nobody/,
    ],
    [
      'an owner of a provider who is nobody',
      { 'providers/rehearsal.yaml': replace('owner: eng', 'owner: engel') },
      /providers\/rehearsal\.yaml:\d+ owner: 'engel' is nobody/,
    ],
    [
      'a model by a name that moves',
      { 'models/openai-gpt-5-5.yaml': replace('gpt-5.5-2026-04-23', 'gpt-5.5') },
      /models\/openai-gpt-5-5\.yaml:\d+ model: 'gpt-5\.5' is a name behind which openai may put another model; write the exact version/,
    ],
    [
      'the latest model of a provider that has no names to tell by',
      { 'models/vllm-gpt-oss-20b.yaml': replace('openai/gpt-oss-20b', 'gpt-oss:latest') },
      /models\/vllm-gpt-oss-20b\.yaml:\d+ model: 'gpt-oss:latest' is a name behind which/,
    ],
    [
      'a price of no day',
      { 'models/rehearsal-1.yaml': replace(', asOf: 2026-11-20', '') },
      /models\/rehearsal-1\.yaml:\d+ price\.asOf: is missing/,
    ],
    [
      'an unknown field of a model',
      { 'models/rehearsal-1.yaml': replace('limits: null', 'limits: null\nspeed: fast') },
      /models\/rehearsal-1\.yaml:\d+ speed: is not a field known here/,
    ],
    [
      'a provider without the variable of its key',
      { 'providers/openai.yaml': replace('keyVariable: OPENAI_API_KEY', 'keyVariable: ') },
      /providers\/openai\.yaml:\d+ keyVariable: /,
    ],
    [
      'a provider with a key by another kind of name',
      { 'providers/openai.yaml': replace('OPENAI_API_KEY', 'OPENAI_TOKEN') },
      /providers\/openai\.yaml:\d+ keyVariable: must end in '_API_KEY'/,
    ],
    [
      'a connector of a tool that is not there',
      { [tool]: replace('connector: postgres-orders', 'connector: fax') },
      /look-up-order\.yaml:4 connector: 'fax' is unknown; write connectors\/fax\.yaml/,
    ],
    [
      'a dataset of a tool that is not there',
      { [tool]: replace('[order-records]', '[order-record]') },
      /look-up-order\.yaml:7 datasets\.0: dataset 'order-record' is unknown; write datasets\/order-record\.yaml/,
    ],
    [
      'a tool of a process that is not there',
      { [triage]: replace('send-email, ', 'send-fax, ') },
      /triage-enquiry\.yaml:\d+ tools\.1: tool 'send-fax' is unknown; write tools\/send-fax\.yaml/,
    ],
    [
      'a tool listed twice',
      { [triage]: replace('send-email, ', 'write-interaction, ') },
      /tools\.1: 'write-interaction' is listed twice/,
    ],
    [
      'a dataset of a model that is not there',
      { [model]: replace('[enquiries,', '[enquiry,') },
      /rehearsal-1\.yaml:\d+ reaches\.datasets\.0: dataset 'enquiry' is unknown/,
    ],
    [
      'a dataset of a role that is not there',
      { 'roles.yaml': replace('enquiries,', 'enquiry,') },
      /roles\.yaml:\d+ staff\.datasets\.0: dataset 'enquiry' is unknown/,
    ],
    [
      'data kept by a connector that is not there',
      { 'datasets/order-records.yaml': replace('connector: postgres-orders', 'connector: paper') },
      /order-records\.yaml:\d+ kept\.connector: 'paper' is unknown; write connectors\/paper\.yaml/,
    ],
    [
      'data made from itself',
      { [dataset]: replace(/^readers:/m, 'madeFrom: [enquiries]\nreaders:') },
      /enquiries\.yaml:\d+ madeFrom: makes a circle, enquiries from enquiries; remove one of these steps/,
    ],
    [
      'data made from itself over others',
      { [dataset]: replace(/^readers:/m, 'madeFrom: [outgoing-mail]\nreaders:') },
      /enquiries\.yaml:\d+ madeFrom: makes a circle, enquiries from outgoing-mail from tasks from .*enquiries; remove/,
    ],
    [
      'a prompt that shows what its datasets do not hold',
      { [prompt]: replace('- untrusted', '- special.health') },
      /classify-enquiry\.prompt\.md:\d+ reaches\.categories\.\d: none of its datasets holds 'special\.health'/,
    ],
    [
      'a prompt that shows a model what it may not see',
      { [model]: replace(/ +- personal\.message\n/, '') },
      /reaches\.categories: shows personal\.message, which models\/rehearsal-1\.yaml:\d+ reaches\.categories does not/,
    ],
    [
      'a role that is not registered',
      { 'roles.yaml': replace(/^intake:\n(?: {2}.*\n?)+/m, '') },
      /roles\.yaml:\d+ intake: is missing; write 'intake: …'/,
    ],
    ['a role nobody knows', { 'roles.yaml': replace('engineer:', 'enginer:') }, /roles\.yaml:\d+ enginer: is not a/],
    [
      'two files that differ in capital letters',
      { 'connectors/SMTP.yaml': smtp },
      /connectors\/smtp\.yaml: differs from connectors\/SMTP\.yaml in capital letters alone; remove one of them/,
    ],
    ['a name used twice', { 'connectors/post.yaml': smtp }, /smtp\.yaml:1 name: 'smtp' is named by another file too/],
  ])('%s', (_, changes, expected) => {
    expect(mistakesOf(() => loadRegistry(copyRegistry(changes)))).toContainEqual(expect.stringMatching(expected));
  });

  test('countries are those of ISO 3166-1, each once', () => {
    const codes = Jurisdiction.options.filter((code) => code.length === 2 && code !== 'eu');
    expect([codes.length, new Set(codes).size]).toEqual([249, 249]);
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(codes.filter((code) => names.of(code.toUpperCase()) === undefined)).toEqual([]);
  });
});

describe('a review', () => {
  const folder = () => copyRegistry({ [tool]: replace(/reviewBy: .*/, 'reviewBy: 2026-11-20') });
  const at = (moment: string, copy = folder()) => loadRegistry(copy, { now: () => new Date(moment) });
  const lookUp = { kind: 'tool', name: 'look-up-order' } as const;

  test('counts through its last day, and from the next on the asset is out of use', () => {
    expect(at('2026-11-20T23:59:59.999Z').whyUnusable(lookUp)).toBeUndefined();
    expect(at('2026-11-21T00:00:00Z').whyUnusable(lookUp)).toMatch(
      /^the tool look-up-order was to be reviewed by 2026-11-20 and is out of use since 2026-11-21: review it, then write a later day at tools\/look-up-order\.yaml:\d+ reviewBy$/,
    );
  });

  test('is judged at the moment of asking, not as the registry was loaded', () => {
    let moment = new Date('2026-11-20T12:00:00Z');
    const registry = loadRegistry(folder(), { now: () => moment });
    expect(registry.whyUnusable(lookUp)).toBeUndefined();
    moment = new Date('2026-11-21T12:00:00Z');
    expect(registry.whyUnusable(lookUp)).toContain('out of use since 2026-11-21');
  });

  test('that is over takes all out of use that stands on the asset, and nothing else', () => {
    const changes = { 'connectors/postgres-crm.yaml': replace(/reviewBy: .*/, 'reviewBy: 2026-11-20') };
    const registry = at('2026-11-21T00:00:00Z', copyRegistry(changes));
    const why = (kind: 'tool' | 'dataset' | 'prompt', name: string) => registry.whyUnusable({ kind, name });
    const crm = /^the connector postgres-crm was to be reviewed/;
    expect(why('tool', 'write-interaction')).toMatch(crm);
    expect(why('tool', 'look-up-customer')).toMatch(crm);
    expect(why('dataset', 'customer-records')).toMatch(crm);
    expect(why('prompt', 'triage-enquiry/draft-reply')).toMatch(crm);
    expect(why('prompt', 'triage-enquiry/classify-enquiry')).toBeUndefined();
    expect(why('tool', 'look-up-order')).toBeUndefined();
    expect(why('tool', 'send-email')).toBeUndefined();
  });

  test('that falls due in the next thirty days is told beforehand, with the line to write', () => {
    const due = (moment: string) => reviewsDue(folder(), { now: () => new Date(moment) });
    expect(due('2026-10-20T12:00:00Z')).toEqual([]);
    expect(due('2026-10-22T12:00:00Z')).toEqual([
      expect.stringMatching(/^tools\/look-up-order\.yaml:\d+ reviewBy: the tool look-up-order is to be reviewed by/),
    ]);
    expect(due('2026-11-21T12:00:00Z')).toEqual([expect.stringContaining('out of use since 2026-11-21')]);
  });
});

describe('a use', () => {
  const registry = loadRegistry(registryFolder, { now: () => new Date('2026-11-23T12:00:00Z') });
  const process = (name: string) => ({ kind: 'process', name }) as const;
  const toolNamed = (name: string) => ({ kind: 'tool', name }) as const;
  const promptNamed = (name: string) => ({ kind: 'prompt', name }) as const;
  const order = process('answer-order-status');
  const orderPrompt = promptNamed('answer-order-status/draft-order-reply');
  type Use = Parameters<typeof registry.whyRefused>[0];

  test.each<Use>([
    { effect: 'readRecord', asset: 'postgres-orders', uses: [order, toolNamed('look-up-order')] },
    { effect: 'sendOut', asset: 'smtp', uses: [toolNamed('notify-staff')] },
    { effect: 'callModel', asset: 'rehearsal-1', uses: [order, orderPrompt] },
  ])('that is registered is allowed: $effect by $asset', (use) => {
    expect(registry.whyRefused(use)).toBeUndefined();
  });

  test.each<[Use, RegExp]>([
    [
      { effect: 'readRecord', asset: 'fax', uses: [order, toolNamed('look-up-order')] },
      /connector fax is not in the registry/,
    ],
    [{ effect: 'callModel', asset: 'gpt', uses: [order, orderPrompt] }, /the model gpt is not in the registry/],
    [{ effect: 'callModel', asset: 'smtp', uses: [order, orderPrompt] }, /the model smtp is not in the registry/],
    [{ effect: 'callModel', asset: 'rehearsal-1', uses: [order] }, /asked with no prompt of the registry/],
    [
      { effect: 'callModel', asset: 'rehearsal-1', uses: [order, promptNamed('answer-order-status/other')] },
      /the prompt answer-order-status\/other is not in the registry/,
    ],
    [
      { effect: 'callModel', asset: 'rehearsal-1', uses: [process('triage-enquiry'), orderPrompt] },
      /the process triage-enquiry has no prompt answer-order-status\/draft-order-reply/,
    ],
    [{ effect: 'sendOut', asset: 'smtp', uses: [order] }, /the connector smtp is used with no tool of the registry/],
    [
      { effect: 'readRecord', asset: 'postgres-crm', uses: [order, toolNamed('look-up-order')] },
      /the tool look-up-order is registered to read by postgres-orders, not for readRecord by postgres-crm/,
    ],
    [
      { effect: 'writeRecord', asset: 'postgres-orders', uses: [order, toolNamed('look-up-order')] },
      /registered to read by postgres-orders, not for writeRecord/,
    ],
    [
      { effect: 'readRecord', asset: 'postgres-orders', uses: [process('triage-enquiry'), toolNamed('look-up-order')] },
      /the process triage-enquiry may not use the tool look-up-order: add it to tools in processes\/triage-enquiry/,
    ],
    [
      { effect: 'sendOut', asset: 'smtp', uses: [process('pay-out'), toolNamed('send-email')] },
      /the process pay-out is not in the registry/,
    ],
  ])('is refused: %o', (use, expected) => {
    expect(registry.whyRefused(use)).toMatch(expected);
  });
});

test('a prompt that runs were given before its front matter said who owns it is filled in all the same', () => {
  const text = readFileSync(join(registryFolder, prompt), 'utf8');
  const before = text.replace(/^owner: [\s\S]*?(?=^variables:)/m, 'owner: lee\n');
  expect(before).not.toContain('reviewBy');
  expect(renderPrompt(before, { subject: 'Where?', text: 'My order' }).user).toContain('Subject: Where?');
});

test('what was loaded has another hash once one asset says something else, and the same wherever nothing does', () => {
  const { hash, assets } = loadRegistry(registryFolder).loaded();
  expect(loadRegistry(copyRegistry({})).loaded().hash).toBe(hash);
  const differing = (file: string, from: string, to: string) => {
    const changed = loadRegistry(copyRegistry({ [file]: replace(from, to) })).loaded();
    expect(changed.hash).not.toBe(hash);
    const others = changed.assets.filter((asset, index) => asset.hash !== assets[index]?.hash);
    return others.map(({ kind, name }) => `${kind} ${name}`);
  };
  expect(differing(tool, 'owner: max', 'owner: lee')).toEqual(['tool look-up-order']);
  expect(differing('stores.yaml', 'host: postgres', 'host: elsewhere')).toEqual(['store database']);
  const rule = ['context.approvals < 1', 'context.approvals < 0'] as const;
  expect(differing('policies/send-out.cedar', ...rule)).toEqual(['policy send-out.cedar']);
  expect(differing('policies/schema.cedarschema', 'entity Team;', 'entity Team; //')).toEqual([
    'policy schema.cedarschema',
  ]);
  expect(new Set(assets.map(({ kind }) => kind))).toEqual(new Set(assetKinds));
});
