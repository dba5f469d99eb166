import type { Delivery } from './delivery.ts';

const lastTraceLine = /^Received: by mailbox id (\d{8}); (\S+)\r\n/m;

/** The delivery as an .eml file: the envelope becomes trace headers in front of the message, as final delivery does it. */
export function writeDelivery({ id, receivedAt, envelope, raw }: Delivery): Buffer {
  const trace = [
    `Return-Path: <${envelope.from}>`,
    ...envelope.to.map((recipient) => `Delivered-To: ${recipient}`),
    `Received: by mailbox id ${id}; ${receivedAt.toISOString()}`,
  ];
  return Buffer.concat([Buffer.from(`${trace.join('\r\n')}\r\n`), raw]);
}

/** Undoes {@link writeDelivery}; a file that the mailbox did not write gives nothing. */
export function readDelivery(file: Buffer): Delivery | undefined {
  const lastLine = lastTraceLine.exec(file.toString('latin1'));
  const [id, receivedAt] = [lastLine?.[1], lastLine?.[2]];
  if (!lastLine || !id || !receivedAt) return undefined;
  const trace = file.subarray(0, lastLine.index).toString('utf8').split('\r\n');
  const returnPath = trace.find((line) => line.startsWith('Return-Path: <'));
  const to = trace
    .filter((line) => line.startsWith('Delivered-To: '))
    .map((line) => line.slice('Delivered-To: '.length));
  const raw = file.subarray(lastLine.index + lastLine[0].length);
  const from = returnPath?.slice('Return-Path: <'.length, -1) ?? '';
  return { id, receivedAt: new Date(receivedAt), envelope: { from, to }, raw };
}
