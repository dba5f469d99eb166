import type { ModelReply } from '#contracts/ports/model.ts';
import type { NumberedTable, PlaceholderTables } from '#governance/concealment/tables.ts';
import type { OutsideWork } from '#governance/guard/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import { writeTogether } from '#store/write-together.ts';
import type { CandidateOutcome } from './ask-outcome.ts';
import type { Leaving } from './model-effect.ts';

/** What new placeholders stand for is written with the intent: no text leaves whose answer could not be restored. */
export function keepingTable(
  tables: PlaceholderTables,
  { runId, leaving }: { runId: string; leaving: Leaving },
): Pick<OutsideWork<ModelReply, CandidateOutcome>, 'claim' | 'prepare'> {
  if (leaving.kind !== 'concealed' || !leaving.isLonger) return {};
  const { table } = leaving;
  return {
    claim: () => tables.put(runId, table),
    prepare: async (tx) => {
      const now = await tables.read(tx, runId);
      if (isSame(now, table)) return undefined;
      const claim = await tables.put(runId, table);
      if (now.version === table.version && (await writeTogether(tx, { claim, writes: [] }))) return undefined;
      throw new Error(`Another call of ${runId} gave out placeholders since: it is tried again with those`);
    },
  };
}

function isSame(one: NumberedTable, other: NumberedTable): boolean {
  return digestOf(one.placeholders) === digestOf(other.placeholders);
}
