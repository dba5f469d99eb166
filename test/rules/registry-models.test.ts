import { describe, expect, test } from 'vitest';
import { loadRegistry } from '#governance/registry/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { modelProvidersOf } from '#platform/config/model-providers.ts';
import { copyRegistry, mistakesOf, registryFolder } from './registry-copy.ts';

type Changes = Parameters<typeof copyRegistry>[0];

const line = (field: string, written: string) => (text: string) =>
  text.replace(new RegExp(`^${field}: .*\n`, 'm'), written);
const priced = (price: string) => (text: string) => text.replace(/^price:[\s\S]*$/m, `price: ${price}\n`);
const source = 'source: a contract, asOf: 2026-11-20';
const ollama = 'models/ollama-gpt-oss-20b.yaml';
const vllm = 'models/vllm-gpt-oss-20b.yaml';
const openai = 'providers/openai.yaml';
const prompt = 'prompts/answer-order-status/draft-order-reply.prompt.md';
const put = (from: string, to: string) => (text: string) => text.replace(from, to);

describe('a registry is refused, with file and field, that has', () => {
  test.each<[string, Changes, RegExp]>([
    [
      'a price that pays for being asked',
      { [vllm]: priced(`{ currency: EUR, input: -1, output: 0, ${source} }`) },
      /vllm-gpt-oss-20b\.yaml:\d+ price\.input: .*-1/,
    ],
    [
      'a price in no currency',
      { [vllm]: priced(`{ currency: euros, input: 1, output: 0, ${source} }`) },
      /price\.currency: must be a currency/,
    ],
    [
      'a model of Ollama without a tag, which is its latest',
      { [ollama]: line('model', 'model: gpt-oss\n') },
      /ollama-gpt-oss-20b\.yaml:\d+ model: 'gpt-oss' is a name behind which/,
    ],
    ['a moving name in capitals', { [ollama]: line('model', 'model: gpt-oss:LATEST\n') }, /model: 'gpt-oss:LATEST'/],
    ['a moving name of two words', { [vllm]: line('model', 'model: gpt_latest\n') }, /model: 'gpt_latest' is a name/],
    [
      'a provider on the internet without a key',
      { [openai]: line('keyVariable', '') },
      /providers\/openai\.yaml:\d+ keyVariable: is missing; .*api\.openai\.com/,
    ],
    [
      'an address with a password',
      { [openai]: line('baseUrl', 'baseUrl: https://me:secret@api.openai.com/v1\n') },
      /providers\/openai\.yaml:\d+ baseUrl: must not hold a name or a password/,
    ],
    [
      'a model without tools where tools are used',
      { 'profiles.yaml': (text) => `${text.trimEnd()}\n    - rehearsal-1\n` },
      /profiles\.yaml:\d+ agent\.candidates\.8: 'rehearsal-1' has no tools/,
    ],
    [
      'a prompt that reads a field of a variable',
      { [prompt]: put('{{ facts }}', '{{ facts.order }}') },
      /facts\.order/,
    ],
    ['a prompt that reads a place in a variable', { [prompt]: put('{{ text }}', '{{ text[0] }}') }, /text\[0\]/],
    [
      'a prompt that reads by another variable',
      { [prompt]: put('{{ text }}', '{{ text[subject] }}') },
      /user: reads .*text.*subject/,
    ],
    [
      'a prompt that asks for a field of a variable',
      { [prompt]: put('{{ text }}', '{{ text }}{% if text.size %}long{% endif %}') },
      /user: reads {{ text\.size }}, and a variable is one text/,
    ],
  ])('%s', (_what, changes, mistake) => {
    const mistakes = mistakesOf(() => loadRegistry(copyRegistry(changes)));
    expect(mistakes.join('\n')).toMatch(mistake);
  });
});

test('settings are refused whose address has a password, which is not said again', () => {
  const { providerVariables } = readConfig({
    OPENAI_API_KEY: 'k',
    OPENAI_BASE_URL: 'https://me:secret@api.openai.com/v1',
  });
  const read = () => modelProvidersOf(providerVariables, loadRegistry(registryFolder).providers());
  expect(read).toThrow(/OPENAI_BASE_URL.* name or a password/);
  expect(read).not.toThrow(/secret/);
});
