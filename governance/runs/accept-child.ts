import { AppError } from '#contracts/errors.ts';
import type { ProcessDefinition } from '#contracts/process-definition.ts';
import type { ProcessStart, RunOutcome } from '#contracts/run.ts';
import { RunOutcome as RunOutcomeSchema } from '#contracts/run.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { RegistrySource } from '#governance/registry/source.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findChildOfStep, findRun, markRunStarted, type RunRow } from '#store/runs.ts';
import type { AcceptRequest } from './accept.ts';
import { reopen } from './reopen.ts';
import { readRounds } from './rounds.ts';
import { checkStanding } from './standing.ts';

export interface ChildOrder {
  step: StepCall;
  process: string;
  input: unknown;
}

/** What a parent may do: start the child under this id, or take what it came to before. */
export type AcceptedChild =
  | {
      kind: 'start';
      start: ProcessStart<unknown>;
      attributes: { process: string; starterRole: string; reference?: string };
    }
  | { kind: 'finished'; runId: string; outcome: RunOutcome }
  | {
      kind: 'blocked';
      stage: 'standing' | 'registry';
      reason: string;
      /** A child that was accepted before and is not over, which its parent has to end. */
      leaves?: string;
    };

export interface AcceptChildParts {
  definitions: ReadonlyMap<string, ProcessDefinition>;
  registry: RegistrySource;
  ledger: Ledger;
  acceptWithin(tx: Transaction, request: AcceptRequest): Promise<RunRow>;
  startArgument(tx: Transaction, row: RunRow): Promise<ProcessStart<unknown> | undefined>;
}

/** Ends that a parent's retry takes as the child's last word; after any other the child goes on. */
const finished: readonly RunOutcome[] = [
  'answered',
  'answered-edited',
  'clarified',
  'taken-over',
  'seen-to',
  'unanswered',
  'rejected',
  'spam',
];

/** Accepts a child under the rules of every run. The parent starts it, so that Temporal shows the family. */
export function createAcceptChildWithin(parts: AcceptChildParts) {
  return async (tx: Transaction, order: ChildOrder): Promise<AcceptedChild> => {
    const standing = await checkStanding(tx, order.step.run);
    const known = await findChildOfStep(tx, stepKey(order.step.address));
    if (standing.kind !== 'stands') {
      const leaves = known && known.status !== 'closed' ? { leaves: known.id } : {};
      return { kind: 'blocked', stage: 'standing', reason: standing.why, ...leaves };
    }
    const why = known ? undefined : parts.registry.current().whyUnusable({ kind: 'process', name: order.process });
    if (why) return refuse(tx, order, why);
    const row = known ?? (await accept(tx, order));
    if (row.status !== 'closed') return startOf(tx, row);
    const outcome = RunOutcomeSchema.parse(row.outcome);
    if (finished.includes(outcome)) return { kind: 'finished', runId: row.id, outcome };
    return startOf(tx, await goOn(tx, row, order));
  };

  /** The parent goes on without the child. */
  async function refuse(tx: Transaction, { step: { run }, process }: ChildOrder, why: string): Promise<AcceptedChild> {
    await parts.ledger.append(tx, {
      kind: 'request-refused',
      runId: run.id,
      actor: `process:${run.process}`,
      body: { action: 'startRun', resource: process, code: 'review-overdue', policies: [] },
    });
    return { kind: 'blocked', stage: 'registry', reason: why };
  }

  async function goOn(tx: Transaction, row: RunRow, { step: { run } }: ChildOrder): Promise<RunRow> {
    const reopened = await reopen(tx, { run: row, rounds: readRounds(row.rounds) });
    await parts.ledger.append(tx, {
      kind: 'retry-requested',
      runId: row.id,
      actor: `process:${run.process}`,
      body: { execution: reopened.execution },
      sealed: `retried with ${run.id}, which it is part of`,
    });
    return reopened;
  }

  async function accept(tx: Transaction, { step, process, input }: ChildOrder): Promise<RunRow> {
    const definition = parts.definitions.get(process);
    if (!definition) throw new AppError('not-registered', `No process is called ${process}`);
    const parent = await findRun(tx, step.run.id);
    const startedBy = parent && parts.registry.current().person(parent.startedBy);
    if (!startedBy)
      throw new AppError(
        'forbidden',
        `${parent?.startedBy ?? 'nobody'}, who started run ${step.run.id}, is not in the registry any more`,
      );
    return parts.acceptWithin(tx, {
      definition,
      input: definition.input.parse(input),
      startedBy,
      trigger: 'child',
      parent: { runId: step.run.id, stepKey: stepKey(step.address) },
    });
  }

  async function startOf(tx: Transaction, row: RunRow): Promise<AcceptedChild> {
    const start = await parts.startArgument(tx, row);
    if (!start) throw new AppError('seal-broken', `The input of run ${row.id} was erased with its subject`);
    if (row.status === 'accepted') await markRunStarted(tx, { id: row.id, temporalRunId: null });
    const attributes = {
      process: row.process,
      starterRole: row.starterRole,
      ...(row.reference === null ? {} : { reference: row.reference }),
    };
    return { kind: 'start', start, attributes };
  }
}
