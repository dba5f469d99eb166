import express, { type Request, type RequestHandler, type Router } from 'express';
import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PayloadOwner, PayloadReader } from '#platform/codec/payload-reader.ts';
import { parseDecodeBody } from './decode-body.ts';
import { createDecodeJournal, type DecodeRecord } from './decode-journal.ts';
import { refuseOtherSites } from './refuse-other-sites.ts';
import { fromWire, toWire, type WirePayload } from './wire-payload.ts';

export type DecodeAdmission =
  | { kind: 'admitted'; person: Person; mayDecode(owner: PayloadOwner): boolean }
  | { kind: 'refused'; error: AppError };

export interface CodecRouterDeps {
  reader: PayloadReader;
  /** Judged at every request, before its body is read. */
  authorise(request: Request): Promise<DecodeAdmission>;
  recordDecode(decode: DecodeRecord): Promise<void>;
  /** The most decoded bytes one answer may hold. */
  answerLimitBytes?: number;
}

/** `POST /codec/decode`, as the Temporal UI calls it from the same origin; no other origin is let in. */
export function codecRouter(deps: CodecRouterDeps): Router {
  const { reader, authorise, answerLimitBytes = 16 * 1024 * 1024 } = deps;
  const journal = createDecodeJournal(deps.recordDecode);

  async function decodeOne(wire: WirePayload, { person, mayDecode }: Admitted): Promise<Decoded> {
    const payload = await reader.resolve(fromWire(wire));
    const owner = await reader.ownerOf(payload);
    if (owner.kind === 'clear') return { payload: toWire(payload), refused: false };
    if (!mayDecode(owner)) return { payload: wire, refused: true };
    await journal({ person, runId: owner.kind === 'run' ? owner.runId : undefined });
    return { payload: toWire(await reader.decode(payload)), refused: false };
  }

  async function decodeAll(list: readonly WirePayload[], admitted: Admitted): Promise<WirePayload[]> {
    const answer: Decoded[] = [];
    let size = 0;
    for (const wire of list) {
      const decoded = await decodeOne(wire, admitted);
      size += decoded.payload.data?.length ?? 0;
      if (size > answerLimitBytes)
        throw new AppError(
          'body-too-large',
          `The decoded payloads are larger than ${answerLimitBytes} bytes together: ask for fewer at a time.`,
        );
      answer.push(decoded);
    }
    if (answer.length > 0 && answer.every((decoded) => decoded.refused)) {
      throw new AppError('forbidden', 'You may not read the payloads of this run.');
    }
    return answer.map((decoded) => decoded.payload);
  }

  const decode: RequestHandler = async (request, response) => {
    const admission = await authorise(request);
    if (admission.kind === 'refused') throw admission.error;
    const { payloads } = await parseDecodeBody(request, response);
    const decoded = await decodeAll(payloads, admission);
    response.set('Cache-Control', 'no-store').json({ payloads: decoded });
  };

  return express.Router().post('/codec/decode', refuseOtherSites, decode);
}

type Admitted = Extract<DecodeAdmission, { kind: 'admitted' }>;

interface Decoded {
  payload: WirePayload;
  refused: boolean;
}
