import { AppError } from '#contracts/errors.ts';
import { type KeyId, newId, type RunId, type SubjectId } from '#contracts/ids.ts';
import type { LedgerRecord } from '#contracts/ledger.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyDecision, PolicyPort } from '#contracts/policy.ts';
import type { ProcessDefinition } from '#contracts/process-definition.ts';
import type { Trigger } from '#contracts/run.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { Idempotency } from '#governance/idempotency.ts';
import type { KeyRing } from '#governance/keys/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { RegistrySource } from '#governance/registry/source.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { insertDispatch } from '#store/new-dispatch.ts';
import { insertRun, insertRunSearch, type NewRun, rowOf } from '#store/new-run.ts';
import type { RunRow } from '#store/runs.ts';
import { ensureSubject } from '#store/subjects.ts';
import { writeTogether } from '#store/write-together.ts';
import { createKeepSnapshot } from './keep-snapshot.ts';
import { inputPlace } from './places.ts';
import { subjectHash } from './subject.ts';

export interface AcceptRequest {
  definition: ProcessDefinition;
  /** Parsed with the definition's schema already. */
  input: unknown;
  startedBy: Person;
  trigger: Trigger;
  idempotency?: Idempotency;
  /** A child is started by its parent, not by a dispatcher. */
  parent?: { runId: string; stepKey: string };
}

export interface AcceptParts {
  policy: PolicyPort;
  registry: RegistrySource;
  keys: KeyRing;
  seals: Seals;
  ledger: Ledger;
}

/** The request, or the parent's step, has its run already. Ends the transaction, which leaves nothing behind. */
export class AlreadyAccepted extends Error {
  override readonly name = 'AlreadyAccepted';
}

/**
 * Writes a run, its key, its ledger entry and its order to start in one statement, behind what it is pinned to and the
 * subject it is about, which stay as they are for the next run where this one is not accepted. A caller's transaction
 * accepts no other.
 */
export function createAcceptWithin(parts: AcceptParts) {
  const keepSnapshot = createKeepSnapshot();
  return async (tx: Transaction, request: AcceptRequest): Promise<RunRow> => {
    const { definition, input } = request;
    const verdict = mayStart(parts.policy, request);
    refuseUnlessStanding(parts.registry, definition);
    const pinned = parts.registry.current().snapshotFor(definition.name);
    await keepSnapshot(tx, pinned);
    const runId = newId('run');
    const subjectId = await ensureSubject(tx, subjectHash(parts.seals, definition.subject(input)));
    const key = parts.keys.makeRunKey({ runId, subjectId });
    const run = await newRun(parts.seals, { request, id: runId, subjectId, keyId: key.keyId, ...pinned });
    const entry = await parts.ledger.entries(acceptance({ request, run, verdict }));
    const order = isStartedHere(request) ? [insertDispatch({ kind: 'start', payload: {} })] : [];
    const writes = [insertRunSearch(definition.searchText(input)), key.write, entry, ...order];
    if (await writeTogether(tx, { claim: insertRun(run), writes })) return rowOf(run);
    throw new AlreadyAccepted(`What was to start ${definition.name} has started it meanwhile`);
  };
}

/** A parent starts its child, and a direct question is answered by whoever takes it in. */
function isStartedHere({ parent, trigger }: AcceptRequest): boolean {
  return parent === undefined && trigger !== 'ask';
}

function mayStart(policy: PolicyPort, request: AcceptRequest): PolicyDecision {
  const { definition, startedBy, trigger } = request;
  const verdict = policy.decide({
    action: 'startRun',
    principal: { kind: 'person', person: startedBy },
    resource: { process: definition.name },
    context: { trigger },
  });
  if (verdict.kind === 'allowed') return verdict;
  throw new AppError('policy-refused', `${startedBy.id} may not start ${definition.name}: ask for the role staff`, {
    facts: { action: 'startRun', process: definition.name },
  });
}

function refuseUnlessStanding(registry: RegistrySource, { name }: ProcessDefinition): void {
  const why = registry.current().whyUnusable({ kind: 'process', name });
  if (why) throw new AppError('review-overdue', `Nobody starts ${name}: ${why}`, { facts: { process: name } });
}

interface NewRunFacts {
  request: AcceptRequest;
  id: RunId;
  subjectId: SubjectId;
  keyId: KeyId;
  snapshot: Snapshot;
}

async function newRun(seals: Seals, { request, id, subjectId, keyId, snapshot }: NewRunFacts): Promise<NewRun> {
  const { definition, startedBy, trigger, idempotency, parent } = request;
  return {
    id,
    process: definition.name,
    processVersion: snapshot.version,
    startedBy: startedBy.id,
    starterRole: startedBy.roles[0] ?? 'none',
    trigger,
    reference: definition.reference(request.input) ?? null,
    subjectId,
    keyId,
    snapshotHash: snapshot.hash,
    inputSealed: await seals.sealUnder(keyId, request.input, inputPlace(id)),
    parentRunId: parent?.runId ?? null,
    parentStepKey: parent?.stepKey ?? null,
    idempotencyKey: idempotency?.key ?? null,
    requestHash: idempotency?.requestHash ?? null,
    dispatchCounter: isStartedHere(request) ? 1 : 0,
    createdAt: new Date(),
  };
}

interface Acceptance {
  request: AcceptRequest;
  run: NewRun;
  verdict: PolicyDecision;
}

function acceptance({ request: { parent }, run, verdict }: Acceptance): LedgerRecord {
  return {
    kind: 'run-accepted',
    runId: run.id,
    actor: run.startedBy,
    body: {
      process: run.process,
      version: run.processVersion,
      snapshot: run.snapshotHash,
      role: run.starterRole,
      trigger: run.trigger,
      policies: verdict.policies,
      policySet: verdict.policySet,
      ...(parent ? { parent: parent.runId } : {}),
    },
  };
}
