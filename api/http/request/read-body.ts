import type { IncomingMessage } from 'node:http';
import { AppError } from '#contracts/errors.ts';

export interface BodyLimits {
  bytes: number;
  /** How long a body may take to come in. */
  withinMs: number;
}

export const bodyLimits: BodyLimits = { bytes: 1024 * 1024, withinMs: 20_000 };

/** Reads a body whole, up to a size and within a time. */
export function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const give = (error: AppError) => {
      leave();
      request.resume();
      reject(error);
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.bytes) give(tooLarge(limits));
      else chunks.push(chunk);
    };
    const onEnd = () => {
      leave();
      resolve(Buffer.concat(chunks));
    };
    const onCut = () => give(new AppError('request-invalid', 'The body broke off: send it again'));
    const timer = setTimeout(() => give(tooSlow(limits)), limits.withinMs);
    const leave = () => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onCut).off('close', onCut);
    };
    if (Number(request.headers['content-length'] ?? 0) > limits.bytes) give(tooLarge(limits));
    else request.on('data', onData).on('end', onEnd).on('error', onCut).on('close', onCut);
  });
}

function tooLarge({ bytes }: BodyLimits): AppError {
  return new AppError('body-too-large', `A body may hold ${bytes} bytes here: send less`, { facts: { limit: bytes } });
}

function tooSlow({ withinMs }: BodyLimits): AppError {
  return new AppError('request-timeout', `The body did not come in within ${withinMs / 1000} s: send it again`);
}
