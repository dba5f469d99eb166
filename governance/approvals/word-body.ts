import type { ApprovalRow } from '#store/approvals.ts';
import type { UnsignedWord } from './sign-word.ts';

/** What the ledger says of somebody's word: never the words themselves. */
export function wordBody(
  { id, digest: shownDigest }: Pick<ApprovalRow, 'id' | 'digest'>,
  { decision, digest, onBehalfOf, signatureKeyId }: UnsignedWord & { signatureKeyId: string },
) {
  const shared = { approval: id, decision, digest, shownDigest, signatureKey: signatureKeyId };
  return { ...shared, ...(onBehalfOf === null ? {} : { onBehalfOf }) };
}
