import type { DecisionFields } from '#contracts/approval-form.ts';
import { textOfValue } from '#contracts/form-text.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { DecideOrder } from './decide-order.ts';
import type { UnsignedWord } from './sign-word.ts';

interface SignedBy {
  signatureKeyId: string;
  link: DecideOrder['link'];
}

/** What the ledger says of somebody's word: never the words themselves. */
export function wordBody(
  { id, digest: shownDigest }: Pick<ApprovalRow, 'id' | 'digest'>,
  { decision, digest, onBehalfOf, questionTo, signatureKeyId, link }: UnsignedWord & SignedBy,
) {
  const shared = { approval: id, decision, digest, shownDigest, signatureKey: signatureKeyId };
  const door = link === undefined ? {} : { door: 'link' as const };
  const asked = questionTo === null ? {} : { questionTo };
  return { ...shared, ...door, ...asked, ...(onBehalfOf === null ? {} : { onBehalfOf }) };
}

/** What was filled in, for whoever may read the run: kept sealed beside the entry. */
export function wordsOfFields({ fields = {} }: { fields?: DecisionFields }): { sealed?: string } {
  const filled = Object.entries(fields).map(([name, value]) => `${name}: ${textOfValue(value)}`);
  return filled.length === 0 ? {} : { sealed: filled.join('; ') };
}
