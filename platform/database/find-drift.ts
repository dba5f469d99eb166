import { dirname } from 'node:path';
import { schemaFile } from './migrate.ts';
import { readSchemaFile, withSchemaEngine } from './schema-engine.ts';

const emptyScript = '-- This is an empty migration.';

/** The statements that would bring this database to what the schema file says; undefined when it is there already. */
export async function findDrift(url: string, file = schemaFile): Promise<string | undefined> {
  const schema = await readSchemaFile(file);
  const { stdout } = await withSchemaEngine(url, schema, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files: [schema], configDir: dirname(file) },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return stdout === null || stdout.trim() === emptyScript ? undefined : stdout;
}
