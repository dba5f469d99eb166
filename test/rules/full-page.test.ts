import { describe, expect, test } from 'vitest';
import { fullPage } from '#api/use-cases/full-page.ts';

/** A list of numbers, of which somebody may read some. */
function listOf(length: number, mayRead: (row: number) => boolean) {
  const all = Array.from({ length }, (_, index) => index + 1);
  const page = (limit: number, begin = 0) =>
    fullPage<number>({
      limit,
      mayRead,
      cursorBehind: String,
      rowsBehind: async (last = begin, count) => all.slice(last, last + count),
    });
  const pages = async (limit: number): Promise<readonly (readonly number[])[]> => {
    const found: (readonly number[])[] = [];
    for (let next: string | null = '0'; next !== null; ) {
      const { rows, next: behind } = await page(limit, Number(next));
      found.push(rows);
      next = behind;
    }
    return found;
  };
  return { all, page, pages };
}

describe('a page of what somebody may read', () => {
  test.each([
    ['all', () => true],
    ['every second', (row: number) => row % 2 === 0],
    ['the last few', (row: number) => row > 95],
    ['few among many', (row: number) => row % 17 === 0],
  ])('is full until the last, skips nothing and repeats nothing: %s', async (_, mayRead) => {
    const { all, pages } = listOf(100, mayRead);
    const found = await pages(7);
    for (const rows of found.slice(0, -1)) expect(rows).toHaveLength(7);
    expect(found.flat()).toEqual(all.filter(mayRead));
  });

  test('is the last where nothing is behind it, whether it is full or not', async () => {
    await expect(listOf(7, () => true).page(7)).resolves.toMatchObject({ next: null });
    await expect(listOf(8, () => true).page(7)).resolves.toMatchObject({ next: '7' });
    await expect(listOf(0, () => true).page(7)).resolves.toEqual({ rows: [], next: null });
  });

  test('is given up after so many rows that nobody may read, and goes on from there', async () => {
    const { page, pages } = listOf(10_000, (row) => row === 9_000);
    const { rows, next } = await page(50);
    expect([rows, Number(next) > 1_900 && Number(next) < 2_200]).toEqual([[], true]);
    expect((await pages(50)).flat()).toEqual([9_000]);
  });
});
