import type { DecisionChoice } from '#contracts/approval.ts';
import type { DecisionSigner } from '#governance/keys/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { commentPlace, decidedActionPlace, fieldsPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';
import { markLinkUsed } from '#store/approval-links.ts';
import { type ApprovalRow, type DecisionColumns, decideApproval } from '#store/approvals.ts';
import { countDispatch, insertDispatch, nextDispatch } from '#store/new-dispatch.ts';
import { writeTogether } from '#store/write-together.ts';
import type { DecideOrder } from './decide-order.ts';
import type { PreparedDecision } from './prepare-decision.ts';
import { signWord, type UnsignedWord } from './sign-word.ts';
import { wordBody, wordsOfFields } from './word-body.ts';

const states: Record<DecisionChoice, string> = {
  approve: 'approved',
  edit: 'edited',
  reject: 'rejected',
  ask: 'clarified',
  'take-over': 'taken-over',
};

type Made = PreparedDecision & { word: UnsignedWord };

/**
 * Writes the word that ends a task. The run's row is locked first, and with the lock that queueing the signal needs:
 * two decisions that shared it first would wait for each other. Whoever waited for it sees the run as it stands then,
 * cancelled, closed or with another order counted, and so the order's place too comes from that row. The task was read
 * before the wait; its update finds it changed, and asks again whether it is open, and how many votes there are. So a
 * decision, a cancel and a close of the same run come one after the other, and so do a decision and the deadline, which
 * closes the task without the run's lock.
 */
export function createWriteDecision(parts: {
  database: Database;
  ledger: Ledger;
  seals: Seals;
  signer: DecisionSigner;
}) {
  const { database, ledger, seals, signer } = parts;

  return async (row: ApprovalRow, order: DecideOrder, made: Made): Promise<ApprovalRow | undefined> => {
    const columns = await columnsOf(row, order, made);
    const { word } = made;
    const others = word.with.length > 0 ? { with: word.with } : {};
    const body = { ...wordBody(row, { ...word, signatureKeyId: columns.signatureKeyId, link: order.link }), ...others };
    const isWritten = await writeTogether(database.direct, {
      condition: nextDispatch(row.runId, { standing: true }),
      claim: decideApproval(row, columns),
      writes: [
        await ledger.entries({ kind: 'decision-made', runId: row.runId, actor: word.by, body, ...wordsOfFields(made) }),
        countDispatch(),
        insertDispatch({ kind: 'signal', payload: { approvalId: row.id } }),
        ...(order.link ? [markLinkUsed(order.link.tokenHash, word.at)] : []),
      ],
    });
    return isWritten ? { ...row, ...columns } : undefined;
  };

  async function columnsOf(
    row: ApprovalRow,
    { request }: DecideOrder,
    { changed, fields, word }: Made,
  ): Promise<DecisionColumns> {
    const { comment, decision } = request;
    const isEdited = decision === 'approve' && row.editors.length > 0;
    return {
      state: isEdited ? 'edited' : states[decision],
      decision,
      decidedBy: word.by,
      decidedAt: word.at,
      decidedDigest: word.digest,
      decidedActionSealed: changed ? await seals.seal(row.runId, changed, decidedActionPlace(row.id)) : null,
      stage: word.stage,
      decidedWith: [...word.with],
      onBehalfOf: word.onBehalfOf,
      questionTo: word.questionTo,
      commentSealed: comment === undefined ? null : await seals.seal(row.runId, comment, commentPlace(row.id)),
      fieldsSealed: fields === undefined ? null : await seals.seal(row.runId, fields, fieldsPlace(row.id)),
      ...signWord(signer, row, word),
    };
  }
}
