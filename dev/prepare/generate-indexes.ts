// Writes the two index files that follow from which process files there are. They stay out of git.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Returns the paths of the files that changed. */
export function generateIndexes(root: string): string[] {
  const definitions = definitionsIndex(namesIn(join(root, 'contracts/processes')));
  const workflows = workflowsIndex(namesIn(join(root, 'workflows/processes')));
  const files = { 'contracts/processes/index.generated.ts': definitions, 'workflows/index.generated.ts': workflows };
  return Object.entries(files).flatMap(([file, text]) => (writeIfChanged(join(root, file), text) ? [file] : []));
}

const head = '// Generated from the files beside it; not kept in git.\n';

function definitionsIndex(names: string[]): string {
  const imports = names.map((name) => `import { ${camelCase(name)} } from './${name}.ts';\n`);
  const list = names.map((name) => `  ${camelCase(name)},\n`);
  return `${head}${imports.join('')}\nexport const processDefinitions = [\n${list.join('')}] as const;\n`;
}

function workflowsIndex(names: string[]): string {
  const lines = names.map((name) => `export { ${camelCase(name)} as '${name}' } from './processes/${name}.ts';\n`);
  return `${head}${lines.join('') || 'export {};\n'}`;
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'));
  return files.map((file) => file.slice(0, -'.ts'.length)).toSorted();
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

function writeIfChanged(file: string, text: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  generateIndexes(resolve(process.argv[2] ?? join(import.meta.dirname, '../..')));
}
