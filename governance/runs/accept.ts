import { AppError } from '#contracts/errors.ts';
import { newId, type RunId } from '#contracts/ids.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyDecision, PolicyPort } from '#contracts/policy.ts';
import type { ProcessDefinition } from '#contracts/process-definition.ts';
import type { Trigger } from '#contracts/run.ts';
import type { KeyRing } from '#governance/keys/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { RegistrySource } from '#governance/registry/source.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { addDispatch } from '#store/dispatch.ts';
import { insertRun, insertRunSearch, type RunRow } from '#store/runs.ts';
import { insertSnapshot } from '#store/snapshots.ts';
import { ensureSubject } from '#store/subjects.ts';
import { inputPlace } from './places.ts';
import { subjectHash } from './subject.ts';

export interface AcceptRequest {
  definition: ProcessDefinition;
  /** Parsed with the definition's schema already. */
  input: unknown;
  startedBy: Person;
  trigger: Trigger;
  idempotency?: { key: string; requestHash: string };
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

/** Writes a run, what it is pinned to, its key, its ledger entry and its order to start, all in the caller's transaction. */
export function createAcceptWithin(parts: AcceptParts) {
  return async (tx: Transaction, request: AcceptRequest): Promise<RunRow> => {
    const { definition, startedBy, trigger } = request;
    const verdict = mayStart(parts.policy, request);
    const pinned = parts.registry.current().snapshotFor(definition.name);
    await insertSnapshot(tx, {
      hash: pinned.snapshot.hash,
      process: definition.name,
      content: pinned.snapshot,
      texts: pinned.texts,
    });
    const id = newId('run');
    const row = await insertRun(
      tx,
      await newRunRow(tx, { parts, request, id, version: pinned.snapshot.version, hash: pinned.snapshot.hash }),
    );
    await insertRunSearch(tx, { runId: id, text: definition.searchText(request.input) });
    await parts.ledger.append(tx, {
      kind: 'run-accepted',
      runId: id,
      actor: startedBy.id,
      body: {
        process: definition.name,
        version: pinned.snapshot.version,
        snapshot: pinned.snapshot.hash,
        role: startedBy.roles[0] ?? 'none',
        trigger,
        policies: verdict.policies,
        policySet: verdict.policySet,
        ...(request.parent ? { parent: request.parent.runId } : {}),
      },
    });
    if (!request.parent) await addDispatch(tx, { runId: id, kind: 'start', payload: {} });
    return row;
  };
}

function mayStart(policy: PolicyPort, request: AcceptRequest): PolicyDecision {
  const { definition, startedBy, trigger } = request;
  const verdict = policy.decide({
    action: 'startRun',
    principal: { kind: 'person', person: startedBy },
    resource: { process: definition.name },
    context: { trigger },
  });
  if (verdict.allowed) return verdict;
  throw new AppError('policy-refused', `${startedBy.id} may not start ${definition.name}: ask for the role staff`, {
    facts: { action: 'startRun', process: definition.name },
  });
}

interface NewRunFacts {
  parts: AcceptParts;
  request: AcceptRequest;
  id: RunId;
  version: number;
  hash: string;
}

async function newRunRow(tx: Transaction, { parts, request, id, version, hash }: NewRunFacts) {
  const { definition, startedBy, trigger, idempotency, parent } = request;
  const subjectId = await ensureSubject(tx, subjectHash(parts.seals, definition.subject(request.input)));
  const keyId = await parts.keys.createRunKey(tx, { runId: id, subjectId });
  return {
    id,
    process: definition.name,
    processVersion: version,
    startedBy: startedBy.id,
    starterRole: startedBy.roles[0] ?? 'none',
    trigger,
    reference: definition.reference(request.input) ?? null,
    subjectId,
    keyId,
    snapshotHash: hash,
    inputSealed: await parts.seals.sealUnder(keyId, request.input, inputPlace(id)),
    parentRunId: parent?.runId ?? null,
    parentStepKey: parent?.stepKey ?? null,
    idempotencyKey: idempotency?.key ?? null,
    requestHash: idempotency?.requestHash ?? null,
  };
}
