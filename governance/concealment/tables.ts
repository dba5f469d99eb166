import { z } from 'zod';
import { Placeholder } from '#contracts/redaction.ts';
import { placeholderTablePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findPlaceholderTable, putPlaceholderTable } from '#store/placeholder-tables.ts';
import type { Write } from '#store/write-together.ts';

/** What the placeholders of a run stand for, with the number of the row it was read from. */
export interface NumberedTable {
  /** 0 where the run has none yet. */
  version: number;
  placeholders: readonly Placeholder[];
}

/** The tables of runs, each sealed under its run's key: they tell as much as the texts that they were made from. */
export interface PlaceholderTables {
  read(tx: Transaction, runId: string): Promise<NumberedTable>;
  /** Takes the place of the table that was read; as a claim it finds no room where another came first. */
  put(runId: string, table: NumberedTable): Promise<Write>;
}

export function createPlaceholderTables({
  seals,
}: {
  seals: Pick<Seals, 'fetchKeyOf' | 'read' | 'seal'>;
}): PlaceholderTables {
  return {
    read: async (tx, runId) => {
      // Whoever reads a table is about to seal words of the run: its key comes meanwhile.
      const [row] = await Promise.all([findPlaceholderTable(tx, runId), seals.fetchKeyOf(runId)]);
      if (!row) return { version: 0, placeholders: [] };
      const opened = await seals.read(row.tableSealed, placeholderTablePlace(runId));
      return { version: row.version, placeholders: z.array(Placeholder).parse(opened) };
    },
    put: async (runId, { version, placeholders }) => {
      const tableSealed = await seals.seal(runId, placeholders, placeholderTablePlace(runId));
      return putPlaceholderTable({ runId, version: version + 1, tableSealed });
    },
  };
}
