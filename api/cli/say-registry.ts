import type { RegisteredAsset, RegistryAnswer } from '#contracts/http/registry.ts';
import type { ModelFiguresAnswer } from '#contracts/http/registry-models.ts';
import { sayBreaker } from './say-breaker.ts';
import type { Terminal } from './terminal.ts';

/** Which models run and for what, what may be done, which data is where, and who is who. */
export function sayRegistry({ say }: Terminal, registry: RegistryAnswer, figures: ModelFiguresAnswer): void {
  sayPart(
    'Models',
    registry.models.flatMap((model) => [...linesOfModel(model, registry), `  ${stateOfModel(model.name, figures)}`]),
  );
  sayPart(
    'Processes',
    registry.processes.flatMap((process) => [
      `${process.name} v${process.version}: ${process.title} (${aboutOf(process)})`,
      `  tools: ${list(process.tools)}`,
    ]),
  );
  sayPart(
    'Prompts',
    registry.prompts.flatMap((prompt) => [
      `${prompt.process}/${prompt.name} v${prompt.version} (${aboutOf(prompt)})`,
      `  shows: ${list(prompt.reaches.categories)}, of ${list(prompt.reaches.datasets)}`,
    ]),
  );
  sayPart(
    'Tools',
    registry.tools.map((tool) => {
      const { name, effect, connector, datasets } = tool;
      return `${name}: ${effect} by ${connector}, ${list(datasets)} (${aboutOf(tool)})`;
    }),
  );
  sayPart(
    'Connectors',
    registry.connectors.map((connector) => `${connector.name} (${aboutOf(connector)})`),
  );
  sayPart(
    'Datasets',
    registry.datasets.flatMap((dataset) => [
      `${dataset.name}: kept ${dataset.retention} in ${placeOf(dataset)} (${aboutOf(dataset)})`,
      `  holds: ${list(dataset.categories)}; read by ${list(dataset.readers)}`,
    ]),
  );
  sayPart(
    'Roles',
    registry.roles.map((role) => {
      const holders = registry.people.filter(({ roles }) => roles.includes(role.name)).map(({ id }) => id);
      return `${role.name}: ${list(holders)} (${aboutOf(role)})`;
    }),
  );
  say(`Hash of all this, people apart: ${registry.hash}`);

  function sayPart(title: string, lines: readonly string[]): void {
    say(title);
    for (const line of lines) say(`  ${line}`);
    say();
  }
}

type Model = RegistryAnswer['models'][number];

/** Whom a model works for follows from the profiles that name it. */
function linesOfModel(model: Model, { prompts, profiles }: RegistryAnswer): string[] {
  const asked = prompts.filter(({ profile }) => profiles[profile]?.candidates.includes(model.name));
  return [
    `${model.name}: ${model.model} at ${model.provider}, region ${model.region} (${aboutOf(model)})`,
    `  for: ${list(asked.map(({ process, name }) => `${process}/${name}`))}`,
    `  reaches: ${list(model.reaches.categories)}, of ${list(model.reaches.datasets)}`,
  ];
}

function stateOfModel(name: string, { items }: ModelFiguresAnswer): string {
  const figures = items.find(({ model }) => model === name);
  if (!figures?.reached) return 'not asked here: no key or address is set';
  return sayBreaker(figures.breaker);
}

function aboutOf({ owner, reviewBy }: RegisteredAsset): string {
  const isOver = reviewBy < new Date().toISOString().slice(0, 10);
  return `${owner}, ${isOver ? 'REVIEW OVERDUE SINCE' : 'review by'} ${reviewBy}`;
}

function placeOf({ kept }: RegistryAnswer['datasets'][number]): string {
  switch (kept.in) {
    case 'connector':
      return kept.connector;
    case 'database':
      return `Baton's database, ${kept.sealed ? 'sealed' : 'in clear'}: ${kept.tables.join(', ')}`;
    case 'files':
      return kept.folder;
  }
}

function list(names: readonly string[]): string {
  return names.join(', ') || 'none';
}
