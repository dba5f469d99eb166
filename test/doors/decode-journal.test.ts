import { expect, test } from 'vitest';
import { createDecodeJournal } from '#api/http/temporal-ui/decode-journal.ts';

const oz = { id: 'oz', name: 'Oz', roles: ['operator'], teams: ['operations'] } as const;

test('the journal writes again in the next minute, and again after a failure', async () => {
  let now = 0;
  let fails = true;
  const written: string[] = [];
  const journal = createDecodeJournal(
    async ({ runId }) => {
      if (fails) throw new Error('down');
      written.push(`${runId}`);
    },
    () => now,
  );
  const decoded = { person: oz, runId: 'run_1' };
  await expect(journal(decoded)).rejects.toThrow('down');
  fails = false;
  await Promise.all([journal(decoded), journal(decoded)]);
  now = 60_000;
  await journal(decoded);
  expect(written).toEqual(['run_1', 'run_1']);
});
