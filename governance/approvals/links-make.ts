import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';
import { insertLinks } from '#store/approval-links.ts';
import { writeTogether } from '#store/write-together.ts';
import { codeHashOf, newLinkSecrets, tokenHashOf } from './links-secrets.ts';

/** Whose word on which task a link is for. */
export interface LinkFor {
  approvalId: string;
  person: string;
}

export interface MadeLink {
  address: string;
  code: string;
}

export type MakeLinks = <Wanted extends LinkFor>(
  wanted: readonly Wanted[],
) => Promise<readonly (Wanted & { link: MadeLink })[]>;

/**
 * Makes a link and its code for each, in one statement. Only hashes are kept, so that whoever reads the database holds
 * no link: they are made as the e-mail is made, and an e-mail sent again has new ones.
 */
export function createMakeLinks(parts: { database: Database; seals: Seals; publicUrl: string }): MakeLinks {
  const { database, seals, publicUrl } = parts;
  return async (wanted) => {
    if (wanted.length === 0) return [];
    const made = wanted.map((each) => ({ each, ...newLinkSecrets() }));
    const links = made.map(({ each: { approvalId, person }, token, code }) => {
      const tokenHash = tokenHashOf(seals, token);
      return { approvalId, person, tokenHash, codeHash: codeHashOf(seals, { tokenHash, approvalId, person, code }) };
    });
    await writeTogether(database.direct, { writes: [insertLinks(links, new Date())] });
    return made.map(({ each, token, code }) => ({ ...each, link: { address: `${publicUrl}/approve/${token}`, code } }));
  };
}
