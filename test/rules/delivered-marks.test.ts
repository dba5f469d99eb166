import { describe, expect, test } from 'vitest';
import { createDeliveredMarks } from '#governance/dispatch/delivered-marks.ts';

/** A table that takes its time over each statement. */
function slowTable() {
  const statements: { ids: bigint[]; answer(error?: Error): void }[] = [];
  const mark = createDeliveredMarks(
    (orders) =>
      new Promise((resolve, reject) => {
        const answer = (error?: Error) => (error ? reject(error) : resolve());
        statements.push({ ids: orders.map(({ id }) => id), answer });
      }),
  );
  return { mark, statements };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('what was delivered', () => {
  test('is written at once where nothing is being written', async () => {
    const { mark, statements } = slowTable();
    const marked = mark({ id: 1n });
    await turn();
    expect(statements.map(({ ids }) => ids)).toEqual([[1n]]);
    statements[0]?.answer();
    await marked;
  });

  test('while a statement is under way goes into the next one together', async () => {
    const { mark, statements } = slowTable();
    const first = mark({ id: 1n });
    await turn();
    const others = [mark({ id: 2n }), mark({ id: 3n })];
    await turn();
    expect(statements).toHaveLength(1);
    statements[0]?.answer();
    await first;
    await turn();
    expect(statements.map(({ ids }) => ids)).toEqual([[1n], [2n, 3n]]);
    statements[1]?.answer();
    await Promise.all(others);
  });

  test('is a failure for those whose statement failed, and for no others', async () => {
    const { mark, statements } = slowTable();
    const first = mark({ id: 1n });
    await turn();
    const second = mark({ id: 2n });
    statements[0]?.answer(new Error('the database is away'));
    await expect(first).rejects.toThrow('away');
    await turn();
    statements[1]?.answer();
    await second;
  });
});
