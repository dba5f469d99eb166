import type { Mailbox } from '#api/use-cases/mailbox/mailbox.ts';
import type { Metrics } from '../app/metrics.ts';
import type { Access, Route } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';
import { addDocumentRoute } from './add-document.ts';
import { askModelRoute } from './ask-model.ts';
import { calibrateRoute } from './calibrate.ts';
import { cancelRunRoute } from './cancel-run.ts';
import { checkClaimsRoute } from './check-claims.ts';
import { claimApprovalRoute } from './claim-approval.ts';
import { commentOnApprovalRoute } from './comment-on-approval.ts';
import { countAttentionRoute } from './count-attention.ts';
import { decideApprovalRoute } from './decide-approval.ts';
import { endDelegationRoute } from './end-delegation.ts';
import { grantBudgetRoute } from './grant-budget.ts';
import { liftSwitchRoute } from './lift-switch.ts';
import { listApprovalsRoute } from './list-approvals.ts';
import { listBudgetsRoute } from './list-budgets.ts';
import { listDelegationsRoute } from './list-delegations.ts';
import { listDocumentsRoute } from './list-documents.ts';
import { listEgressRoute } from './list-egress.ts';
import { listLedgerRoute } from './list-ledger.ts';
import { listProcessesRoute } from './list-processes.ts';
import { listPromptVersionsRoute } from './list-prompt-versions.ts';
import { listRegistryLoadsRoute } from './list-registry-loads.ts';
import { listRunsRoute } from './list-runs.ts';
import { listSwitchesRoute } from './list-switches.ts';
import { listTakersRoute } from './list-takers.ts';
import { loadArticlesRoute } from './load-articles.ts';
import { mailboxRoutes } from './mailbox/index.ts';
import { makeDelegationRoute } from './make-delegation.ts';
import { operateInBulkRoute } from './operate-in-bulk.ts';
import { previewSwitchRoute } from './preview-switch.ts';
import { pullSwitchRoute } from './pull-switch.ts';
import { reassignApprovalRoute } from './reassign-approval.ts';
import { receiveMailRoute } from './receive-mail.ts';
import { releaseApprovalRoute } from './release-approval.ts';
import { retryRunRoute } from './retry-run.ts';
import { searchKnowledgeRoute } from './search-knowledge.ts';
import { showApprovalRoute } from './show-approval.ts';
import { showApprovalStatsRoute } from './show-approval-stats.ts';
import { showAttachmentRoute } from './show-attachment.ts';
import { showLivenessRoute } from './show-liveness.ts';
import { type MeParts, showMeRoute } from './show-me.ts';
import { showMetricsRoute } from './show-metrics.ts';
import { showModelCallRoute } from './show-model-call.ts';
import { showModelFiguresRoute } from './show-model-figures.ts';
import { showOpenApiRoute } from './show-open-api.ts';
import { showPeopleRoute } from './show-people.ts';
import { showProcessRoute } from './show-process.ts';
import { showPromptTextRoute } from './show-prompt-text.ts';
import { showReadinessRoute } from './show-readiness.ts';
import { showRegistryRoute } from './show-registry.ts';
import { showRunRoute } from './show-run.ts';
import { startRunRoute } from './start-run.ts';
import { streamEventsRoute } from './stream-events.ts';
import { withdrawDocumentRoute } from './withdraw-document.ts';

export interface RouteParts {
  useCases: UseCases;
  /** There where the local stack has one. */
  mailbox: Mailbox | undefined;
  linksFor: MeParts['linksFor'];
  metrics: Metrics;
  metricsAccess: Access;
}

/** Every route, each once: what is mounted and what OpenAPI tells of. */
export function createRoutes({ useCases, mailbox, linksFor, metrics, metricsAccess }: RouteParts): readonly Route[] {
  const routes = [
    listProcessesRoute(useCases),
    showProcessRoute(useCases),
    startRunRoute(useCases),
    askModelRoute(useCases),
    listRunsRoute(useCases),
    // Before the routes of one run, which would take `attention` and `bulk` for its id.
    countAttentionRoute(useCases),
    operateInBulkRoute('cancel', useCases),
    operateInBulkRoute('retry', useCases),
    showRunRoute(useCases),
    showModelCallRoute(useCases),
    cancelRunRoute(useCases),
    retryRunRoute(useCases),
    listDocumentsRoute(useCases),
    addDocumentRoute(useCases),
    withdrawDocumentRoute('revoke', useCases),
    withdrawDocumentRoute('delete', useCases),
    loadArticlesRoute(useCases),
    searchKnowledgeRoute(useCases),
    listApprovalsRoute(useCases),
    showApprovalStatsRoute(useCases),
    showApprovalRoute(useCases),
    showAttachmentRoute(useCases),
    checkClaimsRoute(useCases),
    decideApprovalRoute(useCases),
    claimApprovalRoute(useCases),
    releaseApprovalRoute(useCases),
    reassignApprovalRoute(useCases),
    listTakersRoute(useCases),
    commentOnApprovalRoute(useCases),
    listDelegationsRoute(useCases),
    makeDelegationRoute(useCases),
    endDelegationRoute(useCases),
    receiveMailRoute(useCases),
    showRegistryRoute(useCases),
    listRegistryLoadsRoute(useCases),
    listEgressRoute(useCases),
    showModelFiguresRoute(useCases),
    calibrateRoute(useCases),
    showPeopleRoute(useCases),
    listPromptVersionsRoute(useCases),
    showPromptTextRoute(useCases),
    listSwitchesRoute(useCases),
    previewSwitchRoute(useCases),
    pullSwitchRoute(useCases),
    liftSwitchRoute(useCases),
    listBudgetsRoute(useCases),
    grantBudgetRoute(useCases),
    listLedgerRoute(useCases),
    streamEventsRoute(useCases),
    ...mailboxRoutes(mailbox),
    showMeRoute({ places: mailbox ? ['mailbox'] : [], linksFor }),
    showLivenessRoute(),
    showReadinessRoute(useCases),
    showMetricsRoute(metrics, metricsAccess),
  ];
  return [...routes, showOpenApiRoute(routes)];
}
