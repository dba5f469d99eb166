import type { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

export type Connection = Awaited<ReturnType<PrismaPg['connect']>>;

const charType = 18;
const textType = 25;

/**
 * PostgreSQL's own catalogue uses the type "char", which the stock adapter refuses and the schema engine insists on:
 * the columns pass the adapter as text and are given their type afterwards. One query runs at a time.
 */
export function readCatalogueChars(connection: Connection): Connection {
  let charColumns: number[] = [];
  watchFields(connection.underlyingDriver(), (fields) => {
    charColumns = fields.flatMap((field, index) => (field.dataTypeID === charType ? [index] : []));
    for (const index of charColumns) Object.assign(fields[index] ?? {}, { dataTypeID: textType });
  });
  const queryRaw = connection.queryRaw.bind(connection);
  return Object.assign(connection, {
    queryRaw: async (query: Parameters<typeof queryRaw>[0]) => {
      const result = await queryRaw(query);
      for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    },
  });
}

function watchFields(pool: pg.Pool, watch: (fields: pg.FieldDef[]) => void): void {
  const query = pool.query.bind(pool) as (...input: unknown[]) => Promise<Partial<pg.QueryResult>>;
  const watched = async (...input: unknown[]) => {
    const result = await query(...input);
    watch(result.fields ?? []);
    return result;
  };
  Object.assign(pool, { query: watched });
}
