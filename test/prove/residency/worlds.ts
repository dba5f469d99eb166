import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Purpose } from '#contracts/purpose.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import { createRegistrySource, loadRegistry, type RegistrySource } from '#governance/registry/index.ts';
import { repositoryRoot } from '#platform/config/repository-root.ts';
import { copyRegistry, type RegistryEdit } from '#test/stack/registry-copy.ts';
import type { Random } from '../random.ts';

/** Models of every world; where each is, and whether it has a price, differs from one to the next. */
export const modelNames = ['m-1', 'm-2', 'm-3', 'm-4', 'm-5', 'm-6', 'm-7', 'm-8'] as const;
export type ModelName = (typeof modelNames)[number];

const places = ['local', 'local', 'eu', 'de', 'fr', 'gb', 'us', 'us', 'jp', 'ch', 'unknown'] as const;

/** What is so of a model in one world. */
export interface ModelTruth {
  place: string;
  priced: boolean;
  /** What the provider calls it, which another world may have changed. */
  version: string;
}

/** The registry at one time, with what is so in it. */
export interface RegistryWorld {
  truths: Readonly<Record<ModelName, ModelTruth>>;
  registry: RegistrySource;
  pinned(name: ModelName): PinnedModel;
}

/** All purposes but one, so that what was collected for none of them is asked about too. */
export const isCollectedFor = (purpose: Purpose): boolean => purpose !== 'marketing';
const collected = Purpose.options.filter(isCollectedFor);

/** The prompt of the worlds that uses data for this. */
export const promptFor = (purpose: Purpose): string => `for-${purpose}`;

export function makeWorld(random: Random): RegistryWorld {
  const truths = Object.fromEntries(modelNames.map((name) => [name, truthOf(random)])) as RegistryWorld['truths'];
  const folder = mkdtempSync(join(tmpdir(), 'baton-world-'));
  try {
    const registry = loadRegistry(copyRegistry(folder, { edits: collecting(), files: filesOf(truths) }));
    const entries = new Map(registry.models().map((model) => [model.name, model]));
    return {
      truths,
      registry: createRegistrySource({ registry, available: new Set(modelNames) }),
      pinned: (name) => {
        const entry = entries.get(name);
        if (!entry) throw new Error(`the world has no model ${name}`);
        const { provider, model, region, rehearsal, price } = entry;
        return { name, provider, model, region, rehearsal, price };
      },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function truthOf(random: Random): ModelTruth {
  return { place: random.pick([...places]), priced: random.chance(0.85), version: random.chance(0.9) ? 'v1' : 'v2' };
}

function collecting(): RegistryEdit[] {
  const process = 'processes/triage-enquiry.yaml';
  const datasets = ['enquiries', 'customer-records'].map((name) => `datasets/${name}.yaml`);
  const prompts = Purpose.options.map((purpose) => {
    return { file: process, path: ['prompts', promptFor(purpose)], value: { version: 4, minimumConfidence: 0.5 } };
  });
  return [...[process, ...datasets].map((file) => ({ file, path: ['collectedFor'], value: collected })), ...prompts];
}

function filesOf(truths: RegistryWorld['truths']): Record<string, string> {
  const prompt = readFileSync(join(repositoryRoot, 'registry/prompts/triage-enquiry/draft-reply.prompt.md'), 'utf8');
  const prompts = Purpose.options.map((purpose): [string, string] => {
    const text = prompt
      .replace(/^name: .*$/m, `name: ${promptFor(purpose)}`)
      .replace(/^usedFor: .*$/m, `usedFor: ${purpose}`)
      .replace(/^reviewBy: .*$/m, 'reviewBy: 2999-12-31');
    return [`prompts/triage-enquiry/${promptFor(purpose)}.prompt.md`, text];
  });
  const models = modelNames.map((name): [string, string] => [`models/${name}.yaml`, modelFile(name, truths[name])]);
  return Object.fromEntries([...prompts, ...models]);
}

function modelFile(name: string, { place, priced, version }: ModelTruth): string {
  return readFileSync(join(repositoryRoot, 'registry/models/rehearsal-1.yaml'), 'utf8')
    .replace(/^name: .*$/m, `name: ${name}`)
    .replace(/^model: .*$/m, `model: ${version}`)
    .replace(/^region: .*$/m, `region: ${place}`)
    .replace(/^regionSource: .*\n/m, place === 'unknown' ? '' : 'regionSource: this campaign\n')
    .replace(/^price: .*$/m, priced ? '$&' : 'price: null')
    .replace(/^reviewBy: .*$/m, 'reviewBy: 2999-12-31');
}
