import { describe, expect, test } from 'vitest';
import { createStatementNames } from '#platform/database/statement-names.ts';

describe('names of prepared statements', () => {
  test('the same text has the same name whatever its values, another text another', () => {
    const nameOf = createStatementNames();
    const first = nameOf({ sql: 'select $1', args: [1] });
    expect(first).not.toBe('');
    expect(nameOf({ sql: 'select $1', args: [2] })).toBe(first);
    expect(nameOf({ sql: 'select $1 + 1', args: [1] })).not.toBe(first);
  });

  test('a text without values or with a long list of them stays unnamed', () => {
    const nameOf = createStatementNames();
    expect(nameOf({ sql: 'BEGIN', args: [] })).toBe('');
    expect(nameOf({ sql: 'select 1 where 1 in (...)', args: Array.from({ length: 65 }, () => 1) })).toBe('');
  });

  test('however many texts are sent, a connection keeps only so many, and those known keep their names', () => {
    const nameOf = createStatementNames();
    const names = Array.from({ length: 1000 }, (_, number) => nameOf({ sql: `select $1 + ${number}`, args: [1] }));
    expect(new Set(names.filter(Boolean)).size).toBeLessThanOrEqual(300);
    expect(nameOf({ sql: 'select $1 + 0', args: [1] })).toBe(names[0]);
  });
});
