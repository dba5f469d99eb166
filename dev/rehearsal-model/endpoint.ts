import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Answered } from './answered.ts';
import type { CallLog } from './call-log.ts';
import type { ChatRequest } from './chat-request.ts';
import { endingOf } from './ending.ts';
import { FaultOfHeader } from './faults/fault.ts';
import type { FaultSwitch } from './faults/fault-switch.ts';
import { sendAnswer } from './faults/send-answer.ts';
import { openAiError } from './open-ai-error.ts';
import { versionIn } from './version.ts';

type Dependencies = { calls: CallLog; faults: FaultSwitch };

/** One of the ways of the OpenAI protocol to ask and to answer. */
type Protocol = { readonly asked: z.ZodType<ChatRequest>; readonly answered: (answered: Answered) => object };

export const faultHeader = 'x-rehearsal-fault';

/** Answers one request, rightly or as the fault of the moment says. */
export function createEndpoint({ calls, faults }: Dependencies, protocol: Protocol) {
  return async (request: Request, response: Response): Promise<void> => {
    const parsed = protocol.asked.safeParse(request.body);
    if (!parsed.success) return refuseRequest(response, z.prettifyError(parsed.error));
    const wanted = FaultOfHeader.optional().safeParse(request.get(faultHeader));
    if (!wanted.success) return refuseRequest(response, `${faultHeader}: ${z.prettifyError(wanted.error)}`);
    const asked = parsed.data;
    const fault = wanted.data ?? faults.take(asked.model);
    const call = calls.record(asked, fault.mode);
    if (fault.mode === 'stall' && !(await untilChanged(faults, response))) return;
    const answer = protocol.answered({ asked, call, ending: endingOf(asked, fault), version: versionIn(fault) });
    await sendAnswer(response, { body: JSON.stringify(answer), fault });
  };
}

/** Waits for other faults to be set; says no when the client has gone away first. */
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
