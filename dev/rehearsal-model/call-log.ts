import { createHash, randomUUID } from 'node:crypto';
import type { ChatRequest } from './chat-request.ts';
import type { FaultMode } from './faults/fault-mode.ts';
import { lastMessage } from './prompt.ts';
import { wantedForm } from './wanted-form.ts';

export type Call = {
  readonly id: string;
  readonly at: string;
  readonly model: string;
  readonly schemaName: string | null;
  readonly promptHash: string;
  readonly lastMessage: string;
  readonly fault: FaultMode;
};

export type CallLog = { record(request: ChatRequest, fault: FaultMode): Call; list(): readonly Call[]; clear(): void };

const mostCallsKept = 5000;
const longestTextKept = 20_000;

/** What the model was asked, for tests and for the curious; the oldest calls are forgotten. */
export function createCallLog(): CallLog {
  let calls: Call[] = [];
  return {
    record(request, fault) {
      const call = describe(request, fault);
      calls.push(call);
      if (calls.length > mostCallsKept) calls.shift();
      return call;
    },
    list: () => calls,
    clear() {
      calls = [];
    },
  };
}

function describe(request: ChatRequest, fault: FaultMode): Call {
  const { model, messages } = request;
  const format = wantedForm(request);
  return {
    id: `chatcmpl-${randomUUID()}`,
    at: new Date().toISOString(),
    model,
    schemaName: format.type === 'json_schema' ? format.json_schema.name : null,
    promptHash: createHash('sha256').update(JSON.stringify(messages)).digest('hex'),
    lastMessage: lastMessage(messages).slice(0, longestTextKept),
    fault,
  };
}
