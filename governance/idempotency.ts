import { AppError } from '#contracts/errors.ts';

/** Under which key something was asked for; the hash is equal for equal requests. */
export interface Idempotency {
  key: string;
  requestHash: string;
}

/** What was made under the key before, where the same was asked for: another body under it is refused. */
export function madeBefore<Row extends { requestHash: string | null }>(
  row: Row | null,
  { requestHash }: Idempotency,
): Row | undefined {
  if (row === null) return undefined;
  if (row.requestHash === requestHash) return row;
  throw new AppError('idempotency-key-reused', 'The key belongs to a request with another body: use a new key', {
    places: [{ pointer: 'header Idempotency-Key', detail: 'was used with another body' }],
  });
}
