import type { IncomingMessage } from 'node:http';
import { AppError } from '#contracts/errors.ts';

/** Refuses a body that says it is something else, is compressed, or is in another charset. */
export function checkMediaType({ headers }: IncomingMessage, wanted: string): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isText = charset === undefined || ['utf-8', '"utf-8"', 'utf8'].includes(charset);
  if (type !== wanted) throw unsupported(`Send the body as ${wanted}`, 'header Content-Type');
  if (!isText && wanted === 'application/json') throw unsupported('JSON is sent in UTF-8', 'header Content-Type');
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding !== 'identity') throw unsupported('Send the body as it is, not compressed', 'header Content-Encoding');
}

function unsupported(detail: string, pointer: string): AppError {
  return new AppError('media-type-unsupported', detail, { places: [{ pointer, detail }] });
}
