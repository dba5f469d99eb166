import type { SpentBudget } from '#contracts/budget.ts';
import type { Blocked } from '#contracts/guard.ts';
import { newId } from '#contracts/ids.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import { createPlanSpending } from '#governance/budgets/plan-spending.ts';
import type { Used } from '#governance/budgets/spending.ts';
import { createGuard } from '#governance/guard/index.ts';
import { createStages } from '#governance/guard/stages.ts';
import { openDatabase } from '#platform/database/client.ts';
import type { Stack } from '#test/stack/open-stack.ts';

/** What a call of these tests is made of: so many bytes, and so long an answer at most. */
export interface Weight {
  bytes: number;
  mostOutputTokens: number;
  model?: PinnedModel;
  timeoutMs?: number;
}

export interface Answered {
  kind: 'answered';
  call: string;
}

/** What a call with this text and this answer is held to take at most. */
export function mostOf({ bytes, mostOutputTokens }: Weight): number {
  const framing = 2_000 + 'null'.length;
  return bytes + framing + mostOutputTokens;
}

export const aModel: PinnedModel = {
  ...{ name: 'rehearsal-1', provider: 'rehearsal', model: 'rehearsal-1', region: 'local', rehearsal: true },
  price: { currency: 'USD', input: 1_000_000, output: 2_000_000, source: 'this test' },
};

export type Asker = (runId: string, weight: Weight, answer: () => Promise<Used>) => Promise<Answered | Blocked>;

/** Asks under the guard as a worker of its own does, on connections of its own; `answer` stands for the provider. */
export function openAsker({ db, foundation, lifecycle }: Stack, { connections }: { connections: number }): Asker {
  const database = openDatabase(db.url, { connections });
  lifecycle.onClose('connections of an asker', database.close);
  const { ledger, policy, registrySource: registry } = foundation;
  const guard = createGuard({ database, ledger, admit: createStages({ policy, registry }) });
  const plan = createPlanSpending({ registry });
  return (runId, weight, answer) => {
    const call = newId('modelCall');
    const run = { id: runId, process: 'answer-order-status', execution: 1 };
    const { bytes, mostOutputTokens, model = aModel, timeoutMs = 1_000 } = weight;
    const request = { system: '', user: 'x'.repeat(bytes), schema: null, mostOutputTokens, timeoutMs };
    return guard.perform<Used, Answered>(
      {
        step: { run, address: { runId, name: 'draft', round: 0, item: call } },
        ...{ effect: 'callModel', asset: model.name, digest: 'asked', call },
        uses: [
          { kind: 'process', name: run.process },
          { kind: 'prompt', name: `${run.process}/draft-order-reply` },
        ],
        spending: plan({ id: call, run, model, request }),
      },
      {
        execute: answer,
        conclude: async (used) => ({
          verdict: 'done',
          result: 'answer',
          record: {},
          used,
          outcome: { kind: 'answered', call },
        }),
      },
    );
  };
}

export interface WindowFigures extends Pick<SpentBudget, 'used' | 'reserved'> {
  calls: number;
}

export async function windowNamed(stack: Stack, key: string): Promise<WindowFigures> {
  const row = await stack.database.direct.budgetWindow.findUniqueOrThrow({ where: { key } });
  return {
    calls: row.calls,
    used: { tokens: Number(row.usedTokens), micros: Number(row.usedMicros) },
    reserved: { tokens: Number(row.reservedTokens), micros: Number(row.reservedMicros) },
  };
}
