import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { loadRegistry } from '#governance/registry/index.ts';
import { readConfig, repositoryRoot } from '#platform/config/index.ts';
import { modelProvidersOf } from '#platform/config/model-providers.ts';

const providers = loadRegistry(`${repositoryRoot}/registry`).providers();

function reachedWith(environment: Readonly<Record<string, string>>) {
  return Object.fromEntries(modelProvidersOf(readConfig(environment).providerVariables, providers));
}

describe('a provider is reached', () => {
  test('by its key, at the address of its entry or the one that is set', () => {
    expect(
      reachedWith({ MISTRAL_API_KEY: 'm', OPENAI_API_KEY: 'o', OPENAI_BASE_URL: 'https://api.openai.com/v1/' }),
    ).toEqual({
      mistral: { baseUrl: 'https://api.mistral.ai/v1', apiKey: 'm' },
      openai: { baseUrl: 'https://api.openai.com/v1/', apiKey: 'o' },
    });
  });

  test('by its address alone where it needs no key, and not before one is set', () => {
    expect(reachedWith({})).toEqual({});
    expect(reachedWith({ OLLAMA_BASE_URL: 'http://127.0.0.1:11434/v1' })).toMatchObject({
      ollama: { baseUrl: 'http://127.0.0.1:11434/v1' },
    });
  });

  test('only with both, where every customer has an address of their own', () => {
    expect(reachedWith({ AZURE_OPENAI_API_KEY: 'a' })).toEqual({});
  });

  test('once a file of the registry names it, and its variables are set', () => {
    const added = {
      name: 'house',
      baseUrl: 'https://models.example/v1',
      baseUrlVariable: 'HOUSE_BASE_URL',
      keyVariable: 'HOUSE_API_KEY',
    };
    const { providerVariables } = readConfig({ HOUSE_API_KEY: 'h' });
    expect([...modelProvidersOf(providerVariables, [added])]).toEqual([
      ['house', { baseUrl: 'https://models.example/v1', apiKey: 'h' }],
    ]);
  });
});

describe('a mistake is named with the line to write', () => {
  test('a name that is one letter away from one that is read', () => {
    expect(() => reachedWith({ OPENAPI_API_KEY: 'k' })).toThrow(
      /^OPENAPI_API_KEY is read by no provider of the registry\. Write: OPENAI_API_KEY=\.\.\. or remove the line$/,
    );
  });

  test('not one that is another program’s', () => {
    expect(reachedWith({ WEATHER_SERVICE_API_KEY: 'k' })).toEqual({});
  });

  test('an address that is none', () => {
    expect(() => reachedWith({ MISTRAL_API_KEY: 'k', MISTRAL_BASE_URL: 'api.mistral.ai' })).toThrow(
      /^MISTRAL_BASE_URL is "api\.mistral\.ai" but must be an address.* Write: MISTRAL_BASE_URL=https:\/\/api\.mistral\.ai\/v1$/,
    );
  });
});

test('a key is read by its name and never printed', () => {
  const config = readConfig({ MISTRAL_API_KEY: 'geheim-4711' });
  expect(config.providerVariables.read('MISTRAL_API_KEY')).toBe('geheim-4711');
  expect(JSON.stringify(config) + inspect(config, { depth: 9, showHidden: true })).not.toContain('geheim-4711');
});
