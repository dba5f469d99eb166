import type { ModelEntry } from './entries/model-entry.ts';
import type { Entry } from './parse-yaml.ts';
import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

/** Checks that each model has a provider, and that what it is called by is one version of it. */
export function checkModels({ models, providers }: RegistryContent, problems: Problems): void {
  for (const model of models.values()) {
    const { provider } = model.value;
    const entry = providers.get(provider)?.value;
    if (!entry)
      problems.add(model.pointer('provider'), `'${provider}' is unknown; add it as providers/${provider}.yaml`);
    else checkVersion(model, { fixedModels: entry.fixedModels, problems });
  }
}

/** Behind a moving name stands another model one morning, which nobody has tried. */
function checkVersion(
  { value, pointer }: Entry<ModelEntry>,
  { fixedModels, problems }: { fixedModels: string | undefined; problems: Problems },
): void {
  const { model, provider, reports } = value;
  const isMoving = (name: string) => /latest/i.test(name);
  if (isMoving(model) || (fixedModels !== undefined && !new RegExp(fixedModels, 'u').test(model)))
    problems.add(
      pointer('model'),
      `'${model}' is a name behind which ${provider} may put another model; write the exact version of it`,
    );
  if (reports !== undefined && isMoving(reports))
    problems.add(pointer('reports'), `'${reports}' is no version; write the one that it names in its answers`);
}
