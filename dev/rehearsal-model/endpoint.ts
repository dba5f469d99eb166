import type { Request, Response } from 'express';
import { z } from 'zod';
import { answer } from './answer.ts';
import type { Call, CallLog } from './call-log.ts';
import type { ChatRequest } from './chat-request.ts';
import type { Ending } from './completion.ts';
import { type Fault, FaultMode } from './fault.ts';
import type { FaultSwitch } from './fault-switch.ts';
import { obey } from './obey.ts';
import { openAiError } from './open-ai-error.ts';

type Dependencies = { calls: CallLog; faults: FaultSwitch };

/** One of the ways of the OpenAI protocol to ask and to answer. */
type Protocol = {
  readonly asked: z.ZodType<ChatRequest>;
  readonly answered: (asked: ChatRequest, answer: { call: Call; ending: Ending }) => object;
};

/** Answers one request, rightly or as the fault of the moment says. */
export function createEndpoint({ calls, faults }: Dependencies, protocol: Protocol) {
  return async (request: Request, response: Response): Promise<void> => {
    const parsed = protocol.asked.safeParse(request.body);
    if (!parsed.success) return refuseRequest(response, z.prettifyError(parsed.error));
    const wanted = FaultMode.optional().safeParse(request.get('x-rehearsal-fault'));
    if (!wanted.success) return refuseRequest(response, 'x-rehearsal-fault names no fault that is known here.');
    const fault: Fault = wanted.data ? { mode: wanted.data } : faults.take();
    const call = calls.record(parsed.data, fault.mode);
    if (fault.mode === 'stall' && !(await untilChanged(faults, response))) return;
    respond(response, { asked: parsed.data, call, fault, protocol });
  };
}

type Answering = { asked: ChatRequest; call: Call; fault: Fault; protocol: Protocol };

function respond(response: Response, { asked, call, fault, protocol }: Answering): void {
  if (fault.mode === 'error') {
    response
      .status(fault.status ?? 500)
      .json(openAiError({ message: 'The rehearsal model was told to fail.', type: 'server_error' }));
  } else if (fault.mode === 'rate-limit') {
    response.status(fault.status ?? 429).set('retry-after', String(fault.retryAfter ?? 1));
    response.json(
      openAiError({ message: 'Too many requests, by order.', type: 'requests', code: 'rate_limit_exceeded' }),
    );
  } else {
    response.json(protocol.answered(asked, { call, ending: endingOf(asked, fault) }));
  }
}

function endingOf(asked: ChatRequest, { mode, wishes = {} }: Fault): Ending {
  const text = answer(asked);
  switch (mode) {
    case 'ramble':
      return {
        kind: 'said',
        text: 'Well, that is an interesting question! There are many sides to it, and one could say a lot.',
      };
    case 'wrong-schema':
      return { kind: 'said', text: JSON.stringify({ verdict: ['not', 'what', 'was', 'asked', 'for'] }) };
    case 'cut-off':
      return { kind: 'cut-off', text: text.slice(0, Math.ceil(text.length / 2)) };
    case 'obey':
      return { kind: 'said', text: obey(text, asked, wishes) };
    case 'refuse':
      return { kind: 'refused', refusal: 'I cannot help with that.' };
    default:
      return { kind: 'said', text };
  }
}

/** Waits for another fault to be set; says no when the client has gone away first. */
async function untilChanged(faults: FaultSwitch, response: Response): Promise<boolean> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return faults.changed(gone.signal).then(
    () => true,
    () => false,
  );
}

function refuseRequest(response: Response, message: string): void {
  response.status(400).json(openAiError({ message }));
}
