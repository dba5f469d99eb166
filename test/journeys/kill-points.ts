import type { PauseOrder } from '#test/stack/pause-points.ts';

/** Where a run stands when the worker is killed. Those with an order are held in the database. */
export interface KillPoint {
  token: string;
  at: string;
  /** Calls of the model for classification and draft that are paid for all in all. */
  paid: { classification: number; draft: number };
  hold?: PauseOrder;
  decided?: true;
}

const once = { classification: 1, draft: 1 };

export const points: readonly KillPoint[] = [
  { token: 'KP01', at: 'the model is being asked', paid: { classification: 2, draft: 1 } },
  {
    token: 'KP02',
    at: 'the model has answered and the answer is being stored',
    paid: { classification: 2, draft: 1 },
    hold: { table: 'step_result', operation: 'insert', when: "new.name = 'classify'" },
  },
  {
    token: 'KP03',
    at: 'the answer is stored and the worker has not heard of it',
    paid: once,
    hold: { table: 'step_result', operation: 'insert', when: "new.name = 'classify'", moment: 'commit' },
  },
  {
    token: 'KP04',
    at: 'the CRM entry is being written',
    paid: once,
    hold: { table: 'crm_interaction', operation: 'insert', when: "new.direction = 'inbound'" },
  },
  {
    token: 'KP05',
    at: 'the CRM entry is written and the worker has not heard of it',
    paid: once,
    hold: { table: 'crm_interaction', operation: 'insert', when: "new.direction = 'inbound'", moment: 'commit' },
  },
  {
    token: 'KP06',
    at: 'the task is being put before a person',
    paid: once,
    hold: { table: 'approval', operation: 'insert', when: "new.point = 'reply'" },
  },
  {
    token: 'KP07',
    at: 'the task is open and the worker has not heard of it',
    paid: once,
    hold: { table: 'approval', operation: 'insert', when: "new.point = 'reply'", moment: 'commit' },
  },
  {
    token: 'KP08',
    at: 'the approved message is being marked as leaving',
    paid: once,
    hold: {
      table: 'outbox_message',
      operation: 'insert',
      when: "new.state = 'sending' and new.message_class = 'reply'",
    },
    decided: true,
  },
  {
    token: 'KP09',
    at: 'the message has left and the run is being closed',
    paid: once,
    hold: { table: 'run', operation: 'update', when: "new.status = 'closed'" },
    decided: true,
  },
];

/** Runs at the places where nobody can know whether the message arrived. */
export const handedOver = 'KP10';
export const answeredUnwritten = {
  token: 'KP11',
  hold: {
    table: 'outbox_message',
    operation: 'update',
    when: "new.state = 'sent' and new.message_class = 'reply'",
  },
} as const;
export const terminated = 'KP12';
