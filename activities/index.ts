import type { createAcceptChild } from './accept-child.ts';
import type { createAskModel } from './ask-model.ts';
import type { createBeginAnswerWait } from './begin-answer-wait.ts';
import type { createBeginUndo } from './begin-undo.ts';
import type { createCheckCitations } from './check-citations.ts';
import type { createChooseOwner } from './choose-owner.ts';
import type { createCloseRun } from './close-run.ts';
import type { createConfirmEmail } from './confirm-email.ts';
import type { createExpectReply } from './expect-reply.ts';
import type { createFindTickets } from './find-tickets.ts';
import type { createLookUpInvoices, createLookUpInvoices } from './look-up-invoices.ts';
import type { createLookUpOrder } from './look-up-order.ts';
import type { createOpenQuestion } from './open-question.ts';
import type { Pausable } from './pausable.ts';
import type { createRecordSeenTo } from './record-seen-to.ts';
import type { createRecordUndone } from './record-undone.ts';
import type { createRefundPayment } from './refund-payment.ts';
import type { createRequestApproval } from './request-approval.ts';
import type { createSearchKnowledge } from './search-knowledge.ts';
import type { createSendEmail } from './send-email.ts';
import type { createSettleAnswer } from './settle-answer.ts';
import type { createSettleApproval } from './settle-approval.ts';
import type { createWriteCrm } from './write-crm.ts';

/** What workflows may ask the world for; the steps proxy these types and nothing else. */
export interface Activities {
  acceptChild: ReturnType<typeof createAcceptChild>;
  askModel: Pausable<ReturnType<typeof createAskModel>>;
  beginAnswerWait: ReturnType<typeof createBeginAnswerWait>;
  beginUndo: ReturnType<typeof createBeginUndo>;
  checkCitations: Pausable<ReturnType<typeof createCheckCitations>>;
  chooseOwner: ReturnType<typeof createChooseOwner>;
  closeRun: ReturnType<typeof createCloseRun>;
  confirmEmail: ReturnType<typeof createConfirmEmail>;
  expectReply: ReturnType<typeof createExpectReply>;
  lookUpInvoices: Pausable<ReturnType<typeof createLookUpInvoices>>;
  findTickets: Pausable<ReturnType<typeof createFindTickets>>;
  lookUpOrder: Pausable<ReturnType<typeof createLookUpOrder>>;
  openQuestion: ReturnType<typeof createOpenQuestion>;
  recordSeenTo: ReturnType<typeof createRecordSeenTo>;
  recordUndone: ReturnType<typeof createRecordUndone>;
  refundPayment: Pausable<ReturnType<typeof createRefundPayment>>;
  requestApproval: ReturnType<typeof createRequestApproval>;
  searchKnowledge: Pausable<ReturnType<typeof createSearchKnowledge>>;
  sendEmail: Pausable<ReturnType<typeof createSendEmail>>;
  settleAnswer: ReturnType<typeof createSettleAnswer>;
  settleApproval: ReturnType<typeof createSettleApproval>;
  writeCrm: Pausable<ReturnType<typeof createWriteCrm>>;
}
