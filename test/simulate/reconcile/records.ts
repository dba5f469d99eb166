import type { EngineState } from '#contracts/ports/engine.ts';
import type { InteractionRow } from '#store/crm.ts';
import type { InboundMailRow } from '#store/inbound-mail.ts';
import type { OutboxRow } from '#store/outbox.ts';
import type { QuestionRow } from '#store/questions.ts';
import type { RunRow } from '#store/runs.ts';

/** A message as somebody decided on it, or as it arrived. */
export interface Words {
  to: string;
  subject: string;
  text: string;
}

/** A mail that was brought to a door, and what each delivery of it was told: a run, or that nobody will answer. */
export interface DeliveredMail {
  number: number;
  messageId: string;
  runs: readonly (string | null)[];
}

export interface ArrivedMessage extends Words {
  messageId: string;
  /** As its header says. */
  run: string;
}

export interface TaskRecord {
  id: string;
  runId: string;
  stepKey: string;
  point: string;
  state: string;
  audience: readonly string[];
  startedBy: string;
  approved: boolean;
  /** What was validly decided to leave. */
  decided: Words | undefined;
}

export interface LedgerRecord {
  kind: string;
  runId: string | null;
  effect: string | undefined;
  step: string | undefined;
  digest: string | undefined;
}

export interface RefundRecord {
  key: string;
  paymentReference: string;
  amount: number;
}

export interface PaymentRecord {
  reference: string;
  amount: number;
  /** As the payment itself counts it. */
  refunded: number;
}

/** What the reconciliation reads, each as it stands in its own place. */
export interface Records {
  mails: readonly DeliveredMail[];
  inbound: readonly Pick<InboundMailRow, 'runId'>[];
  runs: readonly Pick<RunRow, 'id' | 'process' | 'status' | 'outcome' | 'parentRunId' | 'trigger'>[];
  engine: ReadonlyMap<string, Pick<EngineState, 'kind'>>;
  tasks: readonly TaskRecord[];
  questions: readonly Pick<QuestionRow, 'id' | 'runId' | 'state' | 'askedOf'>[];
  outbox: readonly Pick<OutboxRow, 'id' | 'runId' | 'stepKey' | 'messageId' | 'messageClass' | 'state' | 'response'>[];
  /** What the mailbox took in for people outside. */
  arrived: readonly ArrivedMessage[];
  interactions: readonly Pick<InteractionRow, 'runId' | 'stepKey' | 'direction' | 'digest'>[];
  ledger: readonly LedgerRecord[];
  payments: readonly PaymentRecord[];
  refunds: readonly RefundRecord[];
  /** Everybody, with the names that tasks ask for: role:NAME, team:NAME, person:ID. */
  people: readonly { id: string; names: readonly string[] }[];
}
