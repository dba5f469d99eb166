import { ApplicationFailure } from '@temporalio/workflow';
import type { PinnedTool, Snapshot } from '#contracts/snapshot.ts';

const ownCrm: PinnedTool = { connector: 'postgres-crm', place: 'own' };

/** Where it was that runs wrote and looked up before tools were pinned, and do where their process pins none. */
const unlessPinned: Readonly<Record<string, PinnedTool>> = {
  'look-up-customer': ownCrm,
  'write-interaction': ownCrm,
};

/** A tool as the run has it pinned. */
export function pinnedTool({ tools }: Partial<Pick<Snapshot, 'tools'>>, name: string): PinnedTool {
  const tool = tools?.[name] ?? unlessPinned[name];
  if (!tool) throw ApplicationFailure.nonRetryable(`The tool ${name} is not pinned for this run`, 'not-registered');
  return tool;
}
