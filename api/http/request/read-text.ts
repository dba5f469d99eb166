import { AppError } from '#contracts/errors.ts';

/** Bytes as UTF-8, and nothing that is not. */
export function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('json-invalid', 'The body is not UTF-8', { cause });
  }
}
