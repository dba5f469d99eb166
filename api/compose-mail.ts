import type { ReceiveMail } from '#api/http/app/use-cases.ts';
import { AppError } from '#contracts/errors.ts';
// TEMPORARY until intake exists
export async function composeMail(_parts: unknown): Promise<{ receiveMail: ReceiveMail; port: number }> {
  return { receiveMail: async () => { throw new AppError('mail-unavailable', 'not yet'); }, port: 0 };
}
