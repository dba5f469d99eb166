import type { RegistryView } from './registry-view.ts';

/** The processes that may meet a connector: by a tool of it that they name, or by one that takes data it keeps. */
export function processesUsing(
  { processes, tools, datasets }: Pick<RegistryView, 'processes' | 'tools' | 'datasets'>,
  connector: string,
): string[] {
  const kept = datasets.filter((dataset) => dataset.kept.in === 'connector' && dataset.kept.connector === connector);
  const reached = new Set(kept.map(({ name }) => name));
  const using = tools.filter((tool) => tool.connector === connector || tool.datasets.some((name) => reached.has(name)));
  const names = new Set(using.map(({ name }) => name));
  return processes.filter((process) => process.tools.some((tool) => names.has(tool))).map(({ name }) => name);
}
