import express, { type Request, type Response } from 'express';
import { AppError } from '#contracts/errors.ts';
import { DecodeRequest } from './wire-payload.ts';

const limit = 4 * 1024 * 1024;
const readJson = express.json({ limit, type: 'application/json' });

/** Reads the body only now, after the person was admitted. */
export async function parseDecodeBody(request: Request, response: Response): Promise<DecodeRequest> {
  if (!request.is('application/json'))
    throw new AppError('media-type-unsupported', 'Send the payloads as application/json.');
  await new Promise<void>((resolve, reject) => {
    readJson(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(bodyError(error))));
  });
  const parsed = DecodeRequest.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues
    .slice(0, 5)
    .map((issue) => ({ pointer: `/${issue.path.join('/')}`, detail: issue.message }));
  throw new AppError(
    'request-invalid',
    'The body must be {"payloads": [{"metadata": {...}, "data": "..."}]}, bytes in base64, 500 payloads at most.',
    { places },
  );
}

function bodyError(cause: unknown): AppError {
  const type = cause instanceof Error && 'type' in cause ? cause.type : undefined;
  if (type === 'entity.too.large')
    return new AppError('body-too-large', `The body may hold ${limit} bytes: ask for fewer payloads at a time.`, {
      cause,
    });
  if (type === 'entity.parse.failed') return new AppError('json-invalid', 'The body is not valid JSON.', { cause });
  return new AppError('request-invalid', 'The body could not be read whole: send it again.', { cause });
}
