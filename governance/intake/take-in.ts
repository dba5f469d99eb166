import type { Enquiry } from '#contracts/enquiry.ts';
import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import { triageEnquiry } from '#contracts/processes/triage-enquiry.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { RegistrySource } from '#governance/registry/index.ts';
import type { AcceptRequest } from '#governance/runs/accept.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import { findInboundMail, type InboundMailRow, insertInboundMail } from '#store/inbound-mail.ts';
import { findRun, type RunRow } from '#store/runs.ts';

export interface TakeInParts {
  database: Database;
  acceptWithin: (tx: Transaction, request: AcceptRequest) => Promise<RunRow>;
  ledger: Ledger;
  registry: RegistrySource;
}

/** What became of a message, now or when it first came in: it is `known` where it had been taken in before. */
export type TakenIn = { kind: 'accepted'; run: RunRow; known: boolean } | { kind: 'ignored'; why: string };

export interface TakeIn {
  /** Starts the process that answers it; whoever handed it in by hand has started the run, and decides nothing in it. */
  accept(fingerprint: string, taken: { enquiry: Enquiry; handedInBy?: Person }): Promise<TakenIn>;
  /** Records that nobody will answer it, and why. */
  ignore(fingerprint: string, why: string): Promise<TakenIn>;
}

/** Ends a transaction whose message somebody else has just taken in. */
class AlreadyTakenIn extends Error {
  override readonly name = 'AlreadyTakenIn';
}

const intake = 'intake';

/** Takes each message in once, however often and at however many doors it comes at the same moment. */
export function createTakeIn(parts: TakeInParts): TakeIn {
  const { database, ledger } = parts;

  const once = async (fingerprint: string, work: (tx: Transaction) => Promise<TakenIn>): Promise<TakenIn> => {
    const before = await takenInBefore(database.direct, fingerprint);
    if (before) return before;
    try {
      return await database.transaction(work);
    } catch (error) {
      const meanwhile = error instanceof AlreadyTakenIn && (await takenInBefore(database.direct, fingerprint));
      if (!meanwhile) throw error;
      return meanwhile;
    }
  };

  return {
    accept: (fingerprint, { enquiry, handedInBy }) =>
      once(fingerprint, async (tx) => {
        const request = {
          definition: triageEnquiry,
          input: enquiry,
          startedBy: handedInBy ?? intakePerson(parts),
          trigger: 'mail',
        } as const;
        const run = await parts.acceptWithin(tx, request);
        await claim(tx, { fingerprint, runId: run.id, ignored: null });
        return { kind: 'accepted', run, known: false };
      }),
    ignore: (fingerprint, why) =>
      once(fingerprint, async (tx) => {
        await claim(tx, { fingerprint, runId: null, ignored: why });
        await ledger.append(tx, { kind: 'mail-ignored', actor: intake, body: { why, fingerprint } });
        return { kind: 'ignored', why };
      }),
  };
}

/** Waits for whoever is taking in the same message, and gives way once that is committed. */
async function claim(tx: Transaction, row: InboundMailRow): Promise<void> {
  if (await insertInboundMail(tx, row)) return;
  throw new AlreadyTakenIn('The same message was taken in meanwhile');
}

async function takenInBefore(tx: Transaction, fingerprint: string): Promise<TakenIn | undefined> {
  const row = await findInboundMail(tx, fingerprint);
  if (!row) return undefined;
  const run = row.runId === null ? null : await findRun(tx, row.runId);
  return run
    ? { kind: 'accepted', run, known: true }
    : { kind: 'ignored', why: row.ignored ?? 'It was taken in before' };
}

function intakePerson({ registry }: TakeInParts): Person {
  const person = registry.current().person(intake);
  if (person) return person;
  throw new AppError(
    'not-registered',
    'registry/people.yaml names no service "intake", which starts runs from mail: add it',
  );
}
