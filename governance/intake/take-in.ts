import type { Enquiry } from '#contracts/enquiry.ts';
import { AppError } from '#contracts/errors.ts';
import type { LedgerRecord } from '#contracts/ledger.ts';
import type { Person } from '#contracts/person.ts';
import { triageEnquiry } from '#contracts/processes/triage-enquiry.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { reasonOf, type Stray } from '#governance/questions/match-answer.ts';
import { partyOf } from '#governance/questions/party.ts';
import type { WriteAnswer } from '#governance/questions/write-answer.ts';
import type { RegistrySource } from '#governance/registry/index.ts';
import type { AcceptRequest } from '#governance/runs/accept.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import { findInboundMail } from '#store/inbound-mail.ts';
import { findQuestion, type QuestionRow } from '#store/questions.ts';
import { findRun, type RunRow } from '#store/runs.ts';
import { AlreadyTakenIn, claimMail } from './claim-mail.ts';
import type { Reopened, Reopening } from './reopening.ts';

export interface TakeInParts {
  database: Database;
  acceptWithin: (tx: Transaction, request: AcceptRequest) => Promise<RunRow>;
  writeAnswer: WriteAnswer;
  reopening: Reopening;
  ledger: Ledger;
  registry: RegistrySource;
}

/** What became of a message, now or when it first came in: it is `known` where it had been taken in before. */
export type TakenIn =
  | { kind: 'accepted'; run: RunRow; known: boolean; answers?: string }
  | { kind: 'ignored'; why: string };

export interface MailToTakeIn {
  enquiry: Enquiry;
  handedInBy?: Person;
  /** The question whose thread it stands in without answering it. */
  stray?: Stray;
}

export interface TakeIn {
  /** Starts the process that answers it; whoever handed it in by hand has started the run, and decides nothing in it. */
  accept(fingerprint: string, mail: MailToTakeIn): Promise<TakenIn>;
  /** Gives a run the answer it waits for. Where it waits no more, a customer's mail is an enquiry like any other. */
  answer(fingerprint: string, mail: Omit<MailToTakeIn, 'stray'> & { question: QuestionRow }): Promise<TakenIn>;
  /** Records that nobody will answer it, and why. */
  ignore(fingerprint: string, ignored: { why: string; stray?: Stray }): Promise<TakenIn>;
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
    accept: (fingerprint, mail) => once(fingerprint, (tx) => accept(tx, fingerprint, mail)),
    ignore: (fingerprint, ignored) => once(fingerprint, (tx) => ignore(tx, fingerprint, ignored)),
    answer: (fingerprint, { question, ...mail }) =>
      once(fingerprint, async (tx) => {
        const by = mail.handedInBy ? { handedInBy: mail.handedInBy.id } : {};
        const isAnswered = await parts.writeAnswer(tx, { question, enquiry: mail.enquiry, ...by, fingerprint });
        if (!isAnswered) return tooLate(tx, fingerprint, { question, ...mail });
        await claimMail(tx, { fingerprint, runId: question.runId, ignored: null });
        return { kind: 'accepted', run: await runOf(tx, question), known: false, answers: question.id };
      }),
  };

  async function accept(tx: Transaction, fingerprint: string, mail: MailToTakeIn): Promise<TakenIn> {
    const { enquiry, handedInBy = intakePerson(parts), stray } = mail;
    const reopened = stray && (await parts.reopening(tx, { stray, enquiry, now: new Date() }));
    const { definition, input } = reopened ?? { definition: triageEnquiry, input: enquiry };
    const run = await parts.acceptWithin(tx, { definition, input, startedBy: handedInBy, trigger: 'mail' });
    await claimMail(tx, { fingerprint, runId: run.id, ignored: null });
    if (stray) await ledger.append(tx, strayEntry(stray, { fingerprint, run: run.id }));
    if (reopened) await ledger.append(tx, continuedEntry(run.id, reopened));
    return { kind: 'accepted', run, known: false };
  }

  async function ignore(
    tx: Transaction,
    fingerprint: string,
    { why, stray }: { why: string; stray?: Stray },
  ): Promise<TakenIn> {
    await claimMail(tx, { fingerprint, runId: null, ignored: why });
    const entry = { kind: 'mail-ignored', actor: intake, body: { why, fingerprint } } as const;
    await ledger.append(tx, entry, ...(stray ? [strayEntry(stray, { fingerprint })] : []));
    return { kind: 'ignored', why };
  }

  /** A colleague's mail starts nothing: it comes from our own domain. */
  async function tooLate(
    tx: Transaction,
    fingerprint: string,
    { question, ...mail }: MailToTakeIn & { question: QuestionRow },
  ): Promise<TakenIn> {
    const stray = { question, why: reasonOf((await findQuestion(tx, question.id)) ?? question) };
    if (partyOf(question.askedOf).kind === 'customer') return accept(tx, fingerprint, { ...mail, stray });
    return ignore(tx, fingerprint, { why: 'It answers a question that nobody waits for any more', stray });
  }
}

function strayEntry({ question, why }: Stray, facts: { fingerprint: string; run?: string }): LedgerRecord {
  return {
    kind: 'answer-refused',
    runId: question.runId,
    actor: intake,
    body: { question: question.id, why, ...facts },
  };
}

function continuedEntry(runId: string, { continues }: Reopened): LedgerRecord {
  return { kind: 'run-continues', runId, actor: intake, body: { run: continues } };
}

async function runOf(tx: Transaction, { runId }: QuestionRow): Promise<RunRow> {
  const run = await findRun(tx, runId);
  if (run) return run;
  throw new AppError('not-found', `There is no run ${runId}`);
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
