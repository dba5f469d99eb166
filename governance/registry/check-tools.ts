import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

/** Checks that tools have their connector, and processes their tools. */
export function checkTools({ tools, connectors, processes }: RegistryContent, problems: Problems): void {
  for (const { value, pointer } of tools.values()) {
    if (connectors.has(value.connector)) continue;
    problems.add(pointer('connector'), `'${value.connector}' is unknown; write connectors/${value.connector}.yaml`);
  }
  for (const { value, pointer } of processes.values()) {
    for (const [index, name] of value.tools.entries()) {
      if (!tools.has(name))
        problems.add(pointer('tools', index), `tool '${name}' is unknown; write tools/${name}.yaml`);
      if (value.tools.indexOf(name) !== index)
        problems.add(pointer('tools', index), `'${name}' is listed twice; remove one of them`);
    }
  }
}
