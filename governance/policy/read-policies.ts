import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DetailedError, policySetTextToParts, policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import { AppError, type ErrorPlace } from '#contracts/errors.ts';
import { readSource } from '#governance/registry/registry-file.ts';

export interface PolicyTexts {
  schema: string;
  /** By `FILE/@id`, so that a decision names the rule a manager can look up. */
  policies: Record<string, string>;
  /** Where each stands, by the same names. */
  places: Record<string, PolicyPlace>;
}

export interface PolicyPlace {
  file: string;
  line: number;
}

/** Files beside the policies that show what each does, by example. */
export const examplesEnding = '.test.yaml';

const schemaName = 'schema.cedarschema';

/** Reads `policies/` of a registry folder, one concern a file. */
export function readPolicies(folder: string): PolicyTexts {
  const files = readFiles(join(folder, 'policies'));
  const schema = files.get(schemaName);
  if (schema === undefined) throw policyMistake(schemaName, 'is missing; write what the policies may speak about');
  files.delete(schemaName);
  const policies: Record<string, string> = {};
  const places: Record<string, PolicyPlace> = {};
  for (const [name, content] of files) {
    if (isExamplesOf(name, files)) continue;
    if (!name.endsWith('.cedar'))
      throw policyMistake(
        name,
        "is read by nothing; end its name in '.cedar', or in '.test.yaml' beside a file of that name, or remove it",
      );
    for (const text of splitPolicies(name, content)) {
      const id = `${name.slice(0, -'.cedar'.length)}/${idOf(name, text)}`;
      if (Object.hasOwn(policies, id)) throw policyMistake(name, `has two policies with the id '${id}'; rename one`);
      policies[id] = text;
      places[id] = { file: name, line: content.slice(0, content.indexOf(text)).split('\n').length };
    }
  }
  return { schema, policies, places };
}

function isExamplesOf(name: string, files: ReadonlyMap<string, string>): boolean {
  return name.endsWith(examplesEnding) && files.has(`${name.slice(0, -examplesEnding.length)}.cedar`);
}

function readFiles(folder: string): Map<string, string> {
  const names = readOrMistake('', () => readdirSync(folder).filter((name) => !name.startsWith('.')));
  return new Map(names.toSorted().map((name) => [name, readOrMistake(name, () => readSource(folder, name).text)]));
}

function readOrMistake<Content>(name: string, read: () => Content): Content {
  try {
    return read();
  } catch (error) {
    throw policyMistake(name, `cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

function splitPolicies(name: string, text: string): string[] {
  const parts = policySetTextToParts(text);
  if (parts.type === 'failure') throw policyMistake(name, ...parts.errors.map((error) => explain(error, text)));
  if (parts.policy_templates.length > 0) throw policyMistake(name, 'has a template; write policies without slots');
  return parts.policies;
}

function idOf(name: string, text: string): string {
  const policy = policyToJson(text);
  const id = policy.type === 'success' ? policy.json.annotations?.id : undefined;
  if (!id) throw policyMistake(name, `has a policy without a name; write @id("…") before: ${text.slice(0, 60)}`);
  return id;
}

/** What is wrong, and in which line of the text it is about, which may be the one from `firstLine` on of a file. */
export function explain({ message, help, sourceLocations }: DetailedError, text?: string, firstLine = 1): string {
  const start = sourceLocations?.[0]?.start;
  const place = text === undefined || start === undefined ? '' : `line ${firstLine - 1 + lineAt(text, start)}: `;
  return `${place}${message}${help ? ` (${help})` : ''}`;
}

function lineAt(text: string, byteOffset: number): number {
  return Buffer.from(text).subarray(0, byteOffset).toString().split('\n').length;
}

export function policyMistake(name: string, ...details: readonly string[]): AppError {
  return policyMistakes(details.map((detail) => ({ pointer: `policies/${name}`, detail })));
}

export function policyMistakes(places: readonly ErrorPlace[]): AppError {
  const lines = places.map(({ pointer, detail }) => `- ${pointer}: ${detail}`);
  return new AppError('registry-invalid', ['The policies have a mistake:', ...lines].join('\n'), { places });
}
