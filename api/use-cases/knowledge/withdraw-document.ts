import { AppError } from '#contracts/errors.ts';
import type { DocumentAnswer } from '#contracts/http/knowledge.ts';
import type { Person } from '#contracts/person.ts';
import type { Documents } from '#governance/knowledge/documents.ts';
import { findDocument } from '#store/knowledge.ts';
import type { Reads } from '../database.ts';
import { describeDocument } from './describe-document.ts';
import type { AdmitKeeper } from './judge-document.ts';

export interface WithdrawOrder {
  by: Person;
  name: string;
  reason: string;
}

interface WithdrawParts {
  reads: Reads;
  admit: AdmitKeeper;
  documents: Pick<Documents, 'revoke' | 'remove'>;
}

/** Takes a document back: from then on it is neither found nor cited. */
export function createWithdrawDocument({ reads, admit, documents }: WithdrawParts) {
  const withdraw =
    (how: 'revoke' | 'remove') =>
    async ({ by, name, reason }: WithdrawOrder): Promise<DocumentAnswer> => {
      const known = await findDocument(reads, name);
      if (!known)
        throw new AppError('not-found', `There is no document ${name}: GET /api/documents names those there are`);
      await admit(by, known);
      return { document: describeDocument(await documents[how]({ by: by.id, name, reason })) };
    };
  return { revoke: withdraw('revoke'), remove: withdraw('remove') };
}
