import { AppError } from '#contracts/errors.ts';
import type { OwnerChoice, PassedBy } from '#contracts/owning.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { DelegationSeals } from '#governance/approvals/read-delegations.ts';
import { digestOf } from '#governance/digest.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { RegistrySource } from '#governance/registry/source.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import { checkStanding } from '#governance/runs/standing.ts';
import type { Steps } from '#governance/steps/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findRun, runStands } from '#store/runs.ts';
import { writeTogether } from '#store/write-together.ts';
import { pickOwner } from './pick-owner.ts';
import { createReadCandidates } from './read-candidates.ts';

export interface OwnerOrder {
  step: StepCall;
  /** The team whose members are asked. */
  team: string;
  category: string;
  language?: string;
  passedBy: readonly PassedBy[];
}

export interface ChooseOwnerParts {
  steps: Steps;
  ledger: Ledger;
  registry: RegistrySource;
  seals: DelegationSeals;
}

/** Says who is asked next to own an enquiry, by what stands at that moment; asked twice for one step, the first choice stands. */
export function createChooseOwnerWithin({ steps, ledger, registry, seals }: ChooseOwnerParts) {
  const snapshotOf = createPinnedSnapshots();
  const readCandidates = createReadCandidates({ seals, person: (id) => registry.current().person(id) });

  return async (tx: Transaction, order: OwnerOrder): Promise<OwnerChoice> => {
    const made = await madeBefore(tx, order);
    if (made) return made;
    const startedAt = new Date();
    const choice = await choose(tx, order);
    return (await write(tx, order, { choice, startedAt })) ? choice : madeMeanwhile(tx, order);
  };

  async function choose(tx: Transaction, { step, team, ...wanted }: OwnerOrder): Promise<OwnerChoice> {
    const run = await findRun(tx, step.run.id);
    if (!run) throw new Error(`an owner for ${step.run.id}: the run row is missing`);
    const { owners } = await snapshotOf(tx, run.snapshotHash);
    if (!owners) throw new AppError('forbidden', `The registry pinned for run ${run.id} lets it ask nobody to own it`);
    const members = registry
      .current()
      .people()
      .filter(({ teams }) => teams.includes(team));
    const candidates = await readCandidates(tx, [...new Set([...members.map(({ id }) => id), ...owners.last])]);
    return pickOwner({
      ...wanted,
      language: wanted.language,
      runId: run.id,
      startedBy: run.startedBy,
      owners,
      team: candidates.filter(({ id }) => members.some((member) => member.id === id)),
      last: owners.last.flatMap((id) => candidates.find((candidate) => candidate.id === id) ?? []),
    });
  }

  async function write(
    tx: Transaction,
    { step, ...asked }: OwnerOrder,
    { choice, startedAt }: { choice: OwnerChoice; startedAt: Date },
  ): Promise<boolean> {
    const { address, run } = step;
    const record = { owner: choice.owner, asked: choice.kind };
    const done = { address, kind: 'chooseOwner', digest: digestOf(asked), record, result: choice, startedAt };
    const { owner, because, kind: point } = choice;
    const body = { step: stepKey(address), owner, point, because };
    return writeTogether(tx, {
      condition: runStands(run, { cancelled: false }),
      claim: await steps.first(done),
      writes: [await ledger.entries({ kind: 'owner-chosen', runId: run.id, actor: `process:${run.process}`, body })],
    });
  }

  async function madeBefore(tx: Transaction, { step }: OwnerOrder): Promise<OwnerChoice | undefined> {
    const stored = await steps.find(tx, { address: step.address });
    return stored && (stored.result as OwnerChoice);
  }

  async function madeMeanwhile(tx: Transaction, order: OwnerOrder): Promise<OwnerChoice> {
    const standing = await checkStanding(tx, order.step.run);
    if (standing.kind !== 'stands') throw new AppError('run-cancelled', `Nobody is asked any more: ${standing.why}`);
    const made = await madeBefore(tx, order);
    if (made) return made;
    throw new Error(`No owner was chosen for ${stepKey(order.step.address)}, and nothing stood against it`);
  }
}
