import { AppError } from '#contracts/errors.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import {
  type Accepted,
  type AskCaseParts,
  createEvaluatePrompt,
  type EvaluatedPrompt,
  type Fall,
  fallsSince,
  type Half,
  readAccepted,
  writeAccepted,
} from '#governance/evaluation/index.ts';
import type { Registry } from '#governance/registry/index.ts';

export type {
  EvaluatedModel,
  EvaluatedPrompt,
  Fall,
  Half,
  HalfResult,
  Score,
  Share,
} from '#governance/evaluation/index.ts';

export interface EvaluationOrder {
  /** By `PROCESS/NAME`; absent: every prompt. */
  prompt?: string | undefined;
  /** By name; none: those that a run would ask. */
  models: readonly string[];
  halves: readonly Half[];
  /** Takes the results for good enough from now on. */
  accept: boolean;
}

export interface Evaluation {
  prompts: readonly EvaluatedPrompt[];
  margin: number;
  /** What is worse than was last accepted by more than the margin. */
  falls: readonly Fall[];
}

export type EvaluatePrompts = (order: EvaluationOrder) => Promise<Evaluation>;

interface Parts extends AskCaseParts {
  registryFolder: string;
  registry: Pick<Registry, 'models' | 'pinnedModel' | 'promptText' | 'snapshotFor' | 'view'>;
  /** Providers that the settings reach. */
  reached: ReadonlySet<string>;
}

/** Has models answer cases that somebody labelled, and compares that with what was last accepted. */
export function createEvaluatePrompts({ registry, reached, ...parts }: Parts): EvaluatePrompts {
  const evaluatePrompt = createEvaluatePrompt(parts);
  const available = new Set(registry.models().flatMap(({ name, provider }) => (reached.has(provider) ? [name] : [])));

  return async ({ prompt, models, halves, accept }) => {
    const before = await readAccepted(parts.registryFolder);
    const asked = promptsCalled(prompt).map((each) => ({ ...each, models: modelsOf(each, models) }));
    const prompts = [];
    for (const each of asked) prompts.push(await evaluatePrompt({ ...each, halves }));
    const results = prompts.flatMap(resultsOf);
    if (accept) await writeAccepted(parts.registryFolder, results);
    return { prompts, margin: before.margin, falls: fallsSince(before, results) };
  };

  function promptsCalled(wanted: string | undefined) {
    const { prompts } = registry.view();
    const names = prompts.map(({ process, name }) => `${process}/${name}`);
    if (wanted !== undefined && !names.includes(wanted))
      throw new AppError('not-registered', `There is no prompt '${wanted}'; there are ${names.join(', ')}.`);
    return prompts
      .filter(({ process, name }) => wanted === undefined || wanted === `${process}/${name}`)
      .map(({ process, name, version, answer, hash }) => {
        const everyModel = new Set(registry.models().map((model) => model.name));
        const { snapshot } = registry.snapshotFor(process, { available: everyModel });
        const text = registry.promptText(process, name) ?? '';
        return { process, snapshot, prompt: { name, version, answer, hash, text } };
      });
  }

  function modelsOf({ process, prompt }: ReturnType<typeof promptsCalled>[number], named: readonly string[]) {
    const names = named.length > 0 ? named : candidatesOf(process, prompt.name);
    return [...new Set(names)].map(reachedModel);
  }

  function candidatesOf(process: string, prompt: string): readonly string[] {
    return registry.snapshotFor(process, { available }).snapshot.prompts[prompt]?.candidates ?? [];
  }

  function reachedModel(name: string): PinnedModel {
    const model = registry.pinnedModel(name);
    if (reached.has(model.provider)) return model;
    const { keyVariable, baseUrlVariable } = registry.models().find((each) => each.name === name)?.reachedBy ?? {};
    throw new AppError('config-invalid', `${name} cannot be asked from here. Set ${keyVariable ?? baseUrlVariable}.`);
  }
}

function resultsOf({ prompt, version, models }: EvaluatedPrompt): Accepted[] {
  return models.flatMap(({ model, reports, halves }) =>
    halves.map(({ half, score }) => {
      const { hits, of } = score.right;
      return { prompt, version, model, reports, half, right: hits, of };
    }),
  );
}
