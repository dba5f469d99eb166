import type { ClaimApproval, CommentOnApproval, ReassignApproval } from '#api/use-cases/act-on-approval.ts';
import type { EndDelegation, MakeDelegation } from '#api/use-cases/act-on-delegation.ts';
import type { createCancelRunForOperator } from '#api/use-cases/cancel-run.ts';
import type { createCheckReadiness } from '#api/use-cases/check-readiness.ts';
import type { createDecideApproval } from '#api/use-cases/decide-approval.ts';
import type { createDecideByLink } from '#api/use-cases/decide-by-link.ts';
import type { createHandInMail } from '#api/use-cases/hand-in-mail.ts';
import type { createListApprovals } from '#api/use-cases/list-approvals.ts';
import type { createListDelegations } from '#api/use-cases/list-delegations.ts';
import type { createListLedger } from '#api/use-cases/list-ledger.ts';
import type { createListProcesses } from '#api/use-cases/list-processes.ts';
import type { createListRuns } from '#api/use-cases/list-runs.ts';
import type { createReadFigures } from '#api/use-cases/read-figures.ts';
import type { createRetryRunForOperator } from '#api/use-cases/retry-run.ts';
import type { createShowApproval } from '#api/use-cases/show-approval.ts';
import type { createShowApprovalStats } from '#api/use-cases/show-approval-stats.ts';
import type { createShowByLink } from '#api/use-cases/show-by-link.ts';
import type { createShowProcess } from '#api/use-cases/show-process.ts';
import type { createShowRun } from '#api/use-cases/show-run.ts';
import type { createStartProcess } from '#api/use-cases/start-process.ts';

/** What the routes can do, one verb each. */
export interface UseCases {
  listProcesses: ReturnType<typeof createListProcesses>;
  showProcess: ReturnType<typeof createShowProcess>;
  startProcess: ReturnType<typeof createStartProcess>;
  listRuns: ReturnType<typeof createListRuns>;
  showRun: ReturnType<typeof createShowRun>;
  cancelRun: ReturnType<typeof createCancelRunForOperator>;
  retryRun: ReturnType<typeof createRetryRunForOperator>;
  listApprovals: ReturnType<typeof createListApprovals>;
  showApproval: ReturnType<typeof createShowApproval>;
  showApprovalStats: ReturnType<typeof createShowApprovalStats>;
  decideApproval: ReturnType<typeof createDecideApproval>;
  claimApproval: ClaimApproval;
  releaseApproval: ClaimApproval;
  reassignApproval: ReassignApproval;
  commentOnApproval: CommentOnApproval;
  makeDelegation: MakeDelegation;
  endDelegation: EndDelegation;
  listDelegations: ReturnType<typeof createListDelegations>;
  showByLink: ReturnType<typeof createShowByLink>;
  decideByLink: ReturnType<typeof createDecideByLink>;
  listLedger: ReturnType<typeof createListLedger>;
  showRegistry(): unknown;
  handInMail: ReturnType<typeof createHandInMail>;
  checkReadiness: ReturnType<typeof createCheckReadiness>;
  readFigures: ReturnType<typeof createReadFigures>;
}
