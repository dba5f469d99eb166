import type { StepCall } from '#contracts/step-call.ts';
import type { TicketsFound } from '#contracts/ticket.ts';
import { digestOf } from '#governance/digest.ts';
import { listEarlierRuns } from '#store/earlier-runs.ts';
import { ofCustomer } from './find-standing.ts';
import type { Once } from './once.ts';
import { readingOf } from './reading-of.ts';

const mostShown = 5;

/** Finds earlier runs of the same process about the same person, by our own rows and not by an address somebody wrote. */
export function createFindTickets({ once, connector }: { once: Once; connector: string }) {
  return ({ step }: { step: StepCall }): Promise<TicketsFound> =>
    once<TicketsFound>({
      effect: { step, digest: digestOf({ run: step.run.id }), ...readingOf(connector, step, ofCustomer) },
      readsOnly: true,
      execute: async (reads) => {
        const runs = await listEarlierRuns(reads, { runId: step.run.id, limit: mostShown });
        const tickets = runs.map(({ id, createdAt, status }) => ({
          run: id,
          since: createdAt.toISOString(),
          state: status === 'closed' ? ('closed' as const) : ('open' as const),
        }));
        const outcome = tickets.length > 0 ? ({ kind: 'found', tickets } as const) : ({ kind: 'none' } as const);
        return { verdict: 'done', result: outcome.kind, record: { tickets: tickets.length }, outcome };
      },
    });
}
