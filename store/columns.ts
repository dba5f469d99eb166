import { Prisma } from '#prisma/client/client.ts';

/** All columns of a table, each named as the field of its row; takes the fields that Prisma lists for the model. */
export function columnsOf(fields: Readonly<Record<string, string>>): Prisma.Sql {
  const columns = Object.keys(fields).map((field) => `"${snakeCase(field)}" AS "${field}"`);
  return Prisma.raw(columns.join(', '));
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
