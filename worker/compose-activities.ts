import { createAcceptChild } from '#activities/accept-child.ts';
import { createAskModel } from '#activities/ask-model.ts';
import { createBeginUndo } from '#activities/begin-undo.ts';
import { createCheckCitations } from '#activities/check-citations.ts';
import { createChooseOwner } from '#activities/choose-owner.ts';
import { createCloseRun } from '#activities/close-run.ts';
import { createConfirmEmail } from '#activities/confirm-email.ts';
import { createCrms } from '#activities/crms.ts';
import { createFindStanding } from '#activities/find-standing.ts';
import { createFindTickets } from '#activities/find-tickets.ts';
import type { Activities } from '#activities/index.ts';
import { createLookUpInvoices } from '#activities/look-up-invoices.ts';
import { createLookUpOrder } from '#activities/look-up-order.ts';
import { createOnce } from '#activities/once.ts';
import { createOutsideOnce } from '#activities/outside-once.ts';
import { createPausable } from '#activities/pausable.ts';
import { createRecordSeenTo } from '#activities/record-seen-to.ts';
import { createRecordUndone } from '#activities/record-undone.ts';
import { createRefundPayment } from '#activities/refund-payment.ts';
import { refuseStrangers } from '#activities/refuse-strangers.ts';
import { createRequestApproval } from '#activities/request-approval.ts';
import { createSearchKnowledge } from '#activities/search-knowledge.ts';
import { createSendEmail } from '#activities/send-email.ts';
import { createSettleApproval } from '#activities/settle-approval.ts';
import { translateErrors } from '#activities/translate-errors.ts';
import { createWeighRefund } from '#activities/weigh-refund.ts';
import { createWriteCrm } from '#activities/write-crm.ts';
import type { BillingPort } from '#contracts/ports/billing.ts';
import type { OutsideCrm, OwnCrm } from '#contracts/ports/crm.ts';
import type { KnowledgePort } from '#contracts/ports/knowledge.ts';
import type { MailPort } from '#contracts/ports/mail.ts';
import type { ModelPort } from '#contracts/ports/model.ts';
import type { OrdersPort } from '#contracts/ports/orders.ts';
import type { RefundsPort } from '#contracts/ports/refunds.ts';
import { createDecidedTasks } from '#governance/approvals/decided-tasks.ts';
import { createJudge } from '#governance/approvals/judge.ts';
import { createOpenApproval } from '#governance/approvals/open.ts';
import { createSettleWithin } from '#governance/approvals/settle.ts';
import { createStrikeOut } from '#governance/approvals/strike-out.ts';
import { createUnfoundedToSend, createUnfoundedUnasked } from '#governance/approvals/unfounded-to-send.ts';
import { composeAsk } from '#governance/ask/compose-ask.ts';
import { createOpenAttachment } from '#governance/attachments/open-attachment.ts';
import type { Foundation } from '#governance/foundation.ts';
import type { Guard } from '#governance/guard/index.ts';
import type { createStages } from '#governance/guard/stages.ts';
import { createRecheckCitations } from '#governance/knowledge/recheck.ts';
import { createSearchKnowledge as createKnowledgeSearch } from '#governance/knowledge/search.ts';
import type { CountedRefusals } from '#governance/ledger/counted-refusals.ts';
import { createConfirmWithin } from '#governance/outbox/confirm.ts';
import { createDoubt } from '#governance/outbox/doubt.ts';
import { createHold } from '#governance/outbox/held.ts';
import { createNotice } from '#governance/outbox/notices.ts';
import { createSend } from '#governance/outbox/send.ts';
import { createWithhold } from '#governance/outbox/withhold.ts';
import { createChooseOwnerWithin } from '#governance/owners/choose-owner.ts';
import { createFindAddressee } from '#governance/questions/addressee.ts';
import { refundMade } from '#governance/refunds/refund-made.ts';
import { createAcceptWithin } from '#governance/runs/accept.ts';
import { createAcceptChildWithin } from '#governance/runs/accept-child.ts';
import { createCloseWithin } from '#governance/runs/close.ts';
import { createRecordStranger } from '#governance/runs/record-stranger.ts';
import { createSettleOpen } from '#governance/runs/settle-open.ts';
import { createStartArgument } from '#governance/runs/start-argument.ts';
import { createFindSubject } from '#governance/runs/subject.ts';
import { createSteps } from '#governance/steps/index.ts';
import { createPauseStep } from '#governance/switches/pause-step.ts';
import { createBeginUndoWithin } from '#governance/undo/begin.ts';
import { createRecordUndoing } from '#governance/undo/record.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import type { Write } from '#store/write-together.ts';
import { composeQuestionActivities } from './compose-question-activities.ts';

/** The outside world, as the worker reaches it. */
export interface WorldPorts {
  mail: MailPort;
  model: ModelPort;
  crms: { own: OwnCrm<Transaction, Write>; outside: readonly OutsideCrm[] };
  orders: OrdersPort<Transaction>;
  billing: BillingPort<Transaction>;
  refunds: readonly RefundsPort<Transaction, Write>[];
  knowledge: KnowledgePort<Transaction>;
}

export interface ActivityParts {
  database: Database;
  foundation: Foundation;
  guard: Guard;
  /** What the guard judges by, for what is read beside an effect. */
  admit: ReturnType<typeof createStages>;
  refusals: Pick<CountedRefusals, 'count'>;
  world: WorldPorts;
  mailFrom: string;
  mailConnector: string;
}

/** Every activity with what it needs. */
export function composeActivities(parts: ActivityParts): Activities {
  const { database, foundation, guard, admit, refusals, world, mailFrom: from, mailConnector: connector } = parts;
  const { definitions, keys, ledger, policy, registrySource: registry, seals, verifier } = foundation;
  const steps = createSteps({ seals });
  const once = createOnce({ database, steps, ledger, guard });
  const outsideOnce = createOutsideOnce({ database, steps, ledger, guard });
  const judge = createJudge({ seals, verifier });
  const notice = createNotice({ seals, from, people: () => registry.current().people() });
  const openApproval = createOpenApproval({ seals, ledger, notice });
  const acceptWithin = createAcceptWithin({ policy, registry, keys, seals, ledger });
  const startArgument = createStartArgument({ seals });
  const strikeOut = createStrikeOut({ ledger });
  const decidedTasks = createDecidedTasks({ judge, strikeOut });
  const doubt = createDoubt({ ledger, connector, hold: createHold({ openApproval }) });
  const pausable = createPausable({ pauseStep: createPauseStep({ database, ledger }) });
  const knowing = { knowledge: world.knowledge, rules: () => foundation.registry.knowledge() };
  const crms = createCrms(world.crms);
  const writeCrm = pausable(createWriteCrm({ once, outsideOnce, admit, crms }));
  const findStanding = createFindStanding({ admit, crms });
  const recordUndoing = createRecordUndoing({ ledger });
  const activities: Activities = {
    acceptChild: createAcceptChild({
      database,
      acceptChild: createAcceptChildWithin({ definitions, registry, ledger, acceptWithin, startArgument }),
    }),
    askModel: pausable(createAskModel({ ask: composeAsk({ database, foundation, guard, model: world.model }) })),
    beginUndo: createBeginUndo({
      database,
      begin: createBeginUndoWithin({ ledger, settleOpen: createSettleOpen({ ledger, connector }) }),
    }),
    checkCitations: pausable(
      createCheckCitations({ once, connector: world.knowledge.name, recheck: createRecheckCitations(knowing) }),
    ),
    chooseOwner: createChooseOwner({
      database,
      choose: createChooseOwnerWithin({ steps, ledger, registry, seals }),
    }),
    closeRun: createCloseRun({ database, writeCrm, close: createCloseWithin({ ledger, connector }) }),
    confirmEmail: createConfirmEmail({ database, confirm: createConfirmWithin({ ledger, connector }) }),
    findTickets: pausable(createFindTickets({ once, connector: crms.own.name })),
    lookUpInvoices: pausable(createLookUpInvoices({ once, billing: world.billing, crms, findStanding })),
    weighRefund: pausable(createWeighRefund({ once, orders: world.orders, billing: world.billing })),
    lookUpOrder: pausable(createLookUpOrder({ once, orders: world.orders, crms, findStanding })),
    recordSeenTo: createRecordSeenTo({ database, record: recordUndoing.recordSeenTo }),
    recordUndone: createRecordUndone({ database, record: recordUndoing.recordUndone }),
    refundPayment: pausable(
      createRefundPayment({
        database,
        once,
        outsideOnce,
        decidedTasks,
        refunds: new Map(world.refunds.map((refunds) => [refunds.name, refunds])),
      }),
    ),
    requestApproval: createRequestApproval({ database, openApproval }),
    searchKnowledge: pausable(
      createSearchKnowledge({
        once,
        connector: world.knowledge.name,
        search: createKnowledgeSearch(knowing),
      }),
    ),
    sendEmail: pausable(
      createSendEmail({
        database,
        decidedTasks,
        findAddressee: createFindAddressee({
          findSubject: createFindSubject({ seals }),
          person: (id) => registry.current().person(id),
        }),
        unfoundedToSend: createUnfoundedToSend({ seals }),
        unfoundedUnasked: createUnfoundedUnasked(),
        refundMade,
        openAttachment: createOpenAttachment({ seals }),
        send: createSend({ guard, ledger, seals, mail: world.mail, from, connector, doubt }),
        strikeOut,
        withhold: createWithhold({ ledger, connector, doubt }),
      }),
    ),
    ...composeQuestionActivities({ database, ledger, seals, from, judge, strikeOut }),
    settleApproval: createSettleApproval({ database, settle: createSettleWithin({ ledger, judge, strikeOut }) }),
    writeCrm,
  };
  return translateErrors(refuseStrangers(activities, createRecordStranger({ reads: database.direct, refusals })));
}
