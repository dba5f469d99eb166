import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAppError } from '#contracts/errors.ts';
import { Snapshot } from '#contracts/snapshot.ts';
import { checkRegistry } from '#dev/check/policies.ts';
import { createRegistrySource, loadRegistry } from '#governance/registry/index.ts';
import { digestOf, sha256Hex } from '#platform/canonical/digest.ts';
import { copyRegistry, mistakesOf, registryFolder } from './registry-copy.ts';

const triage = 'processes/triage-enquiry.yaml';
const orderStatus = 'processes/answer-order-status.yaml';
const rehearsal = new Set(['rehearsal-1']);
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe('the registry of this project', () => {
  test('has no mistakes', async () => {
    expect(await checkRegistry(registryFolder)).toEqual([]);
  });

  test.each(['triage-enquiry', 'answer-order-status'])('gives %s a snapshot the contracts accept', (process) => {
    const { snapshot, texts } = loadRegistry(registryFolder).snapshotFor(process, { available: rehearsal });
    expect(Snapshot.parse(snapshot)).toEqual(snapshot);
    expect(texts.map(({ hash }) => hash)).toEqual(Object.values(snapshot.prompts).map(({ hash }) => hash));
    for (const { hash, text } of texts) expect(sha256Hex(text)).toBe(hash);
  });

  test('knows what is registered and nothing else', () => {
    const registry = loadRegistry(registryFolder);
    expect([registry.hasProcess('triage-enquiry'), registry.hasProcess('toString')]).toEqual([true, false]);
    expect(registry.whyUnusable({ kind: 'model', name: 'rehearsal-1' })).toBeUndefined();
    expect(registry.whyUnusable({ kind: 'model', name: 'gpt' })).toBe('the model gpt is not in the registry');
    expect(registry.whyUnusable({ kind: 'connector', name: 'model' })).toMatch(
      /connector model is not in the registry/,
    );
    expect(registry.person('ada')).toMatchObject({ name: 'Ada', roles: ['approver'], teams: ['customer-service'] });
    expect(registry.person('eve')).toBeUndefined();
    expect(registry.peopleWithRole('approver').map(({ id }) => id)).toEqual(['ada', 'bob', 'lee']);
  });

  test('lets mail intake act without being one of those who sign in', () => {
    const registry = loadRegistry(registryFolder);
    expect(registry.person('intake')).toEqual({ id: 'intake', name: 'Mail intake', roles: ['intake'], teams: [] });
    expect(registry.people().map(({ id }) => id)).toEqual(['sam', 'ada', 'bob', 'lee', 'max', 'oz', 'cora', 'eng']);
  });

  test('shows itself as plain data without e-mail addresses', () => {
    const view = loadRegistry(registryFolder).view();
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    expect(JSON.stringify(view)).not.toContain('@alderfinch');
    expect(view.prompts.map(({ process, name }) => `${process}/${name}`)).toContain('triage-enquiry/classify-enquiry');
  });
});

describe('a snapshot', () => {
  const pin = (folder: string, process = 'triage-enquiry') =>
    loadRegistry(folder).snapshotFor(process, { available: rehearsal }).snapshot;

  test('has the same hash whatever the order of the fields in the files', () => {
    const moved = copyRegistry({
      [triage]: (text) =>
        text.replace('  modelAttempts: 3\n', '').replace('  drafts: 3\n', '  drafts: 3\n  modelAttempts: 3\n'),
    });
    expect(pin(moved).hash).toBe(pin(registryFolder).hash);
    const { hash, ...rest } = pin(registryFolder);
    expect(digestOf(Object.fromEntries(Object.entries(rest).toReversed()))).toBe(hash);
  });

  test.each([
    ['review: 2 days', 'review: 3 days'],
    ['heartbeat: 10 seconds', 'heartbeat: 10001 ms'],
    ['drafts: 3', 'drafts: 4'],
    ['minimumConfidence: 0.7', 'minimumConfidence: 0.71'],
    ['version: 1\nowner', 'version: 2\nowner'],
    ['AF-', 'AG-'],
    ['{ team: sales, role: sales-manager', '{ team: sales, role: approver'],
    ['thank you for writing', 'thanks for writing'],
  ])('has another hash once %s is %s', (from, to) => {
    expect(pin(copyRegistry({ [triage]: replace(from, to) })).hash).not.toBe(pin(registryFolder).hash);
  });

  test('has another hash once a prompt or a price changes', () => {
    const prompt = copyRegistry({
      'prompts/triage-enquiry/draft-reply.prompt.md': replace('At most 180', 'At most 181'),
    });
    const price = copyRegistry({ 'models/rehearsal-1.yaml': replace('input: 0', 'input: 1') });
    expect(new Set([registryFolder, prompt, price].map((folder) => pin(folder).hash)).size).toBe(3);
  });

  test('has the same hash where lines end as on Windows', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    const copy = copyRegistry({ [triage]: crlf, 'prompts/triage-enquiry/draft-reply.prompt.md': crlf });
    expect(pin(copy).hash).toBe(pin(registryFolder).hash);
  });

  test('cannot be changed for the next run by who holds it', () => {
    const registry = loadRegistry(registryFolder);
    registry.snapshotFor('triage-enquiry', { available: rehearsal }).snapshot.durations.review = 1;
    const next = registry.snapshotFor('triage-enquiry', { available: rehearsal });
    expect(next.snapshot.durations.review).toBe(172_800_000);
  });

  test('is handed out for the models that the settings reach', () => {
    const registry = loadRegistry(registryFolder);
    const live = createRegistrySource({ registry, available: rehearsal }).current();
    expect(live.snapshotFor('triage-enquiry')).toEqual(
      registry.snapshotFor('triage-enquiry', { available: rehearsal }),
    );
    expect(live.people()).toEqual(registry.people());
  });

  test('names rehearsal models only where no other can be asked', () => {
    const registry = loadRegistry(registryFolder);
    const candidates = (...available: string[]) => {
      const { snapshot } = registry.snapshotFor('triage-enquiry', { available: new Set(available) });
      return [snapshot.prompts['classify-enquiry']?.candidates, Object.keys(snapshot.models).toSorted()];
    };
    const [mini, large] = ['openai-gpt-5-4-mini', 'openai-gpt-5-5'];
    expect(candidates('rehearsal-1', large, mini)).toEqual([
      [mini, large],
      [mini, large],
    ]);
    expect(candidates('rehearsal-1', large)).toEqual([[large], [large]]);
    expect(candidates('rehearsal-1')).toEqual([['rehearsal-1'], ['rehearsal-1']]);
  });

  test('is refused with the key to set where no model can be asked', () => {
    const pinned = () => loadRegistry(registryFolder).snapshotFor('triage-enquiry', { available: new Set() });
    expect(pinned).toThrow(
      /classify-enquiry.*OPENAI_API_KEY for openai-gpt-5-4-mini.*REHEARSAL_BASE_URL for rehearsal-1/,
    );
  });

  test('is refused for a process nobody registered', () => {
    expect(() => loadRegistry(registryFolder).snapshotFor('pay-out', { available: rehearsal })).toThrow(/'pay-out'/);
  });
});

describe('a person whose time is over', () => {
  const folder = () => copyRegistry({ 'people.yaml': replace('id: ada\n', "id: ada\n    validUntil: '2027-03-31'\n") });
  const adaAt = (moment: string) => loadRegistry(folder(), { now: () => new Date(moment) });

  test('keeps the roles through the last day', () => {
    expect(adaAt('2027-03-31T23:59:59Z').person('ada')?.roles).toEqual(['approver']);
  });

  test('keeps the name and loses every role after it', () => {
    const registry = adaAt('2027-04-01T00:00:00Z');
    expect(registry.person('ada')).toMatchObject({ name: 'Ada', roles: [] });
    expect(registry.peopleWithRole('approver').map(({ id }) => id)).toEqual(['bob', 'lee']);
  });
});

describe('a mistake in the registry names file, line and field', () => {
  const prompt = 'prompts/triage-enquiry/classify-enquiry.prompt.md';
  const spare = readFileSync(join(registryFolder, prompt), 'utf8').replace('name: classify-enquiry', 'name: spare');
  const header = (line: string) => replace(/^name: .*$/m, `name: classify-enquiry\n${line}`);
  const tenOf = (name: string) => `[${Array.from({ length: 10 }, () => `*${name}`).join(', ')}]`;
  const unfolding = ['a: &a [x]', `b: &b ${tenOf('a')}`, `c: &c ${tenOf('b')}`, `d: ${tenOf('c')}`].join('\n');
  test.each<[string, Parameters<typeof copyRegistry>[0], RegExp]>([
    [
      'broken YAML',
      { [triage]: replace('durations:', 'durations: [') },
      /^processes\/triage-enquiry\.yaml:\d+: is not YAML/,
    ],
    [
      'a field written twice',
      { [triage]: replace('version: 1', 'version: 1\nversion: 2') },
      /triage-enquiry\.yaml:4: is not YAML/,
    ],
    [
      'an unknown field',
      { [triage]: replace('owner: lee', 'ownr: lee') },
      /triage-enquiry\.yaml:4 ownr: is not a field known/,
    ],
    [
      'a missing field',
      { [triage]: replace('owner: lee\n', '') },
      /triage-enquiry\.yaml:\d+ owner: is missing; write 'owner: …'/,
    ],
    [
      'a wrong duration',
      { [triage]: replace('2 days', '2 dayz') },
      /yaml:19 durations\.review: '2 dayz' is not a duration; write/,
    ],
    [
      'a wrong pattern',
      { [triage]: replace('AF-', 'AF-(') },
      /limits\.orderNumberPattern: must be a regular expression/,
    ],
    [
      'an unknown role',
      { [triage]: replace('role: sales-manager', 'role: boss') },
      /routing\.sales\.role: .*expected one of/,
    ],
    ['an unknown category', { [triage]: replace('  refund:', '  refunds:') }, /triage-enquiry\.yaml:\d+ routing/],
    [
      'a category without a route',
      { [triage]: replace(/ {2}refund:.*\n/, '') },
      /routing\.refund: is missing; write 'refund:/,
    ],
    ['no route for doubt', { [orderStatus]: replace(/ {2}uncertain:.*\n/, '') }, /routing\.uncertain: is missing/],
    [
      'an unknown team',
      { [triage]: replace('team: sales', 'team: sails') },
      /routing\.sales\.team: team 'sails' is unknown/,
    ],
    [
      'a role that may not decide',
      { [triage]: replace(', sales-manager]', ']') },
      /routing\.sales\.role: 'sales-manager' may not/,
    ],
    [
      'a role nobody has',
      { 'people.yaml': replace('[sales-manager]', '[]') },
      /routing\.sales\.role: nobody is a sales-manager/,
    ],
    [
      'an owner who is nobody',
      { 'connectors/smtp.yaml': replace('owner: oz', 'owner: zo') },
      /connectors\/smtp\.yaml:5 owner: 'zo'/,
    ],
    [
      'a prompt not found',
      { [prompt]: undefined },
      /prompts\.classify-enquiry: prompt not found; write prompts\/triage/,
    ],
    [
      'another prompt version',
      { [triage]: replace('{ version: 3', '{ version: 4') },
      /classify-enquiry\.version: .* has version 3/,
    ],
    [
      'a prompt nobody asks',
      { 'prompts/triage-enquiry/spare.prompt.md': spare },
      /spare\.prompt\.md: is asked by no process; add 'spare: /,
    ],
    ['a prompt of no process', { 'prompts/stray.prompt.md': spare }, /prompts\/stray\.prompt\.md: is read by nothing/],
    ['a prompt without sections', { [prompt]: 'x' }, /prompt\.md: must be front matter/],
    ['an undeclared variable', { [prompt]: replace('{{ subject }}', '{{ subjekt }}') }, /user: uses {{ subjekt }}/],
    [
      'an unused variable',
      { [prompt]: replace('Subject: {{ subject }}', '') },
      /variables\.subject: is declared but never/,
    ],
    [
      'a variable in the system part',
      { [prompt]: replace('You sort', 'You sort {{ text }}') },
      /system: uses {{ text }}/,
    ],
    [
      'customer text outside its block',
      { [prompt]: replace('Sort this', '{{ text }} Sort this') },
      /put it inside <customer_message>/,
    ],
    ['a filter', { [prompt]: replace('{{ text }}', '{{ text | raw }}') }, /undefined filter: raw/],
    ['an include', { [prompt]: replace('{{ text }}', "{% include 'x' %}") }, /prompt\.md.*tag "include" not found/],
    ['a tag that reads files', { [prompt]: replace('{{ text }}', "{% render 'x' %}") }, /tag "render" not found/],
    [
      'an unknown answer',
      { [prompt]: replace('enquiry_classification', 'essay') },
      /prompt\.md:5 answer: .*drafted_reply/,
    ],
    ['an unknown header field', { [prompt]: header('tone: nice') }, /prompt\.md:3 tone: is not a field known here/],
    [
      'an unknown profile',
      { [prompt]: replace('profile: classify', 'profile: guess') },
      /prompt\.md:4 profile: 'guess' is unknown/,
    ],
    [
      'an unknown candidate',
      { 'profiles.yaml': replace('rehearsal-1', 'rehearsal-2') },
      /classify\.candidates\.8: model 'rehearsal-2'/,
    ],
    [
      'an unknown provider',
      { 'models/rehearsal-1.yaml': replace('provider: rehearsal', 'provider: other') },
      /provider: 'other'/,
    ],
    [
      'a name that is not the file',
      { 'models/rehearsal-1.yaml': replace('name: rehearsal-1', 'name: openai-gpt-5-5') },
      /name of its file/,
    ],
    [
      'a name used twice',
      {
        'connectors/z.yaml': readFileSync(join(registryFolder, 'connectors/smtp.yaml'), 'utf8'),
      },
      /z\.yaml:1 name: 'smtp' is named by another/,
    ],
    [
      'a person listed twice',
      { 'people.yaml': replace('id: bob', 'id: ada') },
      /people\.yaml:\d+ people\.2\.id: 'ada' is listed twice/,
    ],
    ['a file nothing reads', { 'connectors/fax.yml': 'name: fax' }, /connectors\/fax\.yml: is read by nothing/],
    [
      'a file at the top that nothing reads',
      { 'budget.yaml': 'name: fax' },
      /^budget\.yaml: is read by nothing; remove/,
    ],
    [
      'an address that is none, without saying it',
      { 'people.yaml': replace(/email: ada@\S+/, 'email: ada at home') },
      /^people\.yaml:\d+ people\.\d+\.email: (?!.*at home).*; correct it there$/,
    ],
    [
      'people in no YAML, without saying what stands there',
      { 'people.yaml': replace('name: Ada', 'name: "Ada" Lovelace') },
      /^people\.yaml:\d+: is not YAML that can be read: (?!.*Lovelace)[A-Z_]+$/,
    ],
    ['a missing file', { 'people.yaml': undefined }, /people\.yaml: cannot be read/],
    [
      'letters of another encoding',
      { 'connectors/fax.yaml': Buffer.from('name: fax\ntitle: Fax f\u00fcr alle\n', 'latin1') },
      /^connectors\/fax\.yaml: cannot be read \(line 2 is not UTF-8; save the file as UTF-8\)$/,
    ],
    [
      'people in another encoding',
      { 'people.yaml': Buffer.from('# M\u00fcller\n', 'latin1') },
      /^people\.yaml: cannot be read \(line 1 is not UTF-8/,
    ],
    [
      'what is written elsewhere',
      {
        [triage]: replace(
          /^title: .*\nversion: 1\nowner: .*$/m,
          'title: &said Sort enquiries\nversion: 1\nowner: *said',
        ),
      },
      /^processes\/triage-enquiry\.yaml:4: '\*said' stands for what is written elsewhere; write it out here$/,
    ],
    [
      'what is written nowhere',
      { [triage]: replace('owner: lee', 'owner: *lee') },
      /triage-enquiry\.yaml:4: '\*lee' stands for what is written elsewhere/,
    ],
    [
      'what unfolds to more than anybody can hold',
      { 'connectors/fax.yaml': unfolding },
      /connectors\/fax\.yaml:2: '\*a' stands for what is written elsewhere/,
    ],
  ])('%s', (_, changes, expected) => {
    expect(mistakesOf(() => loadRegistry(copyRegistry(changes)))).toContainEqual(expect.stringMatching(expected));
  });

  test('and all of them come at once', async () => {
    const copy = copyRegistry({
      [triage]: replace('2 days', 'soon'),
      [orderStatus]: replace('drafts: 3', 'drafts: 0'),
    });
    expect(await checkRegistry(copy)).toHaveLength(2);
    try {
      loadRegistry(copy);
      expect.unreachable();
    } catch (error) {
      expect(isAppError(error) && error.message).toContain(
        'The registry has 2 mistakes:\n- processes/answer-order-status',
      );
    }
  });
});
