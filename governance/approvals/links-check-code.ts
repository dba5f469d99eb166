import { AppError } from '#contracts/errors.ts';
import { areEqualHashes } from '#governance/keys/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';
import { countWrongCode, type LinkRow, lockLinkFailures } from '#store/approval-links.ts';
import { writeTogether } from '#store/write-together.ts';
import { lockedLink, mostFailures } from './links-find.ts';
import { refusedLink } from './links-refusal.ts';
import { codeHashOf } from './links-secrets.ts';

/**
 * Throws unless the code is that of the link. Each code is looked at with the link's row locked, so that a thousand
 * sent at once are guesses like any others: after five wrong ones the right one is worth nothing.
 */
export function createCheckCode(parts: { database: Database; ledger: Ledger; seals: Seals }) {
  const { database, ledger, seals } = parts;
  return async (link: LinkRow, code: string): Promise<void> => {
    const wrong = await database.transaction(async (tx) => {
      const failures = await lockLinkFailures(tx, link.tokenHash);
      const error = errorOf(link, code, failures);
      if (error?.code === 'link-locked') await ledger.append(tx, refusedLink(link, error.code));
      if (error?.code === 'code-wrong') {
        const entry = await ledger.entries(refusedLink(link, error.code));
        await writeTogether(tx, { writes: [countWrongCode(link.tokenHash), entry] });
      }
      return error;
    });
    if (wrong) throw wrong;
  };

  function errorOf(link: LinkRow, code: string, failures: number): AppError | undefined {
    if (failures >= mostFailures) return lockedLink();
    if (areEqualHashes(link.codeHash, codeHashOf(seals, { ...link, code }))) return undefined;
    const left = mostFailures - failures - 1;
    return new AppError('code-wrong', `This is not the code of the e-mail: ${left} more tries, and the link is locked`);
  }
}
