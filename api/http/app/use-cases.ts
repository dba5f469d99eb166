import type { createCancelRunForOperator } from '#api/use-cases/cancel-run.ts';
import type { createCheckReadiness } from '#api/use-cases/check-readiness.ts';
import type { createDecideApproval } from '#api/use-cases/decide-approval.ts';
import type { createHandInMail } from '#api/use-cases/hand-in-mail.ts';
import type { createListApprovals } from '#api/use-cases/list-approvals.ts';
import type { createListLedger } from '#api/use-cases/list-ledger.ts';
import type { createListProcesses } from '#api/use-cases/list-processes.ts';
import type { createListRuns } from '#api/use-cases/list-runs.ts';
import type { createReadFigures } from '#api/use-cases/read-figures.ts';
import type { createRetryRunForOperator } from '#api/use-cases/retry-run.ts';
import type { createShowApproval } from '#api/use-cases/show-approval.ts';
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
  decideApproval: ReturnType<typeof createDecideApproval>;
  listLedger: ReturnType<typeof createListLedger>;
  showRegistry(): unknown;
  handInMail: ReturnType<typeof createHandInMail>;
  checkReadiness: ReturnType<typeof createCheckReadiness>;
  readFigures: ReturnType<typeof createReadFigures>;
}
