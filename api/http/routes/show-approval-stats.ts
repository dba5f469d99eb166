import { ApprovalStats, ApprovalStatsQuery } from '#contracts/http/approval-stats.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';
import { checkProcess } from '../request/check-process.ts';

export const showApprovalStatsRoute = ({
  showApprovalStats,
  listProcesses,
}: Pick<UseCases, 'showApprovalStats' | 'listProcesses'>) =>
  defineRoute({
    method: 'get',
    path: '/api/approvals/stats',
    summary: 'How approvals go: counts, times and shares per process, point and person',
    tag: 'approvals',
    access: 'person',
    request: { query: ApprovalStatsQuery },
    responses: { 200: { description: 'The figures', schema: ApprovalStats } },
    handle: async ({ query, person }) => {
      checkProcess(query.process, listProcesses(person).items);
      return { status: 200, body: await showApprovalStats(person, query) };
    },
  });
