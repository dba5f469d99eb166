import { AppError } from '#contracts/errors.ts';
import type { ApprovalFigures, ApprovalStats, ApprovalStatsQuery } from '#contracts/http/approval-stats.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import { type ApprovalStatsRow, readApprovalStats } from '#store/approval-stats.ts';
import type { Reads } from './database.ts';
import type { ReadableProcesses } from './readable-processes.ts';
import type { RecordRefusal } from './record-refusal.ts';

export interface ShowApprovalStatsParts {
  reads: Reads;
  policy: PolicyPort;
  readableProcesses: ReadableProcesses;
  recordRefusal: RecordRefusal;
}

/** How approvals go: of the processes whose runs somebody may read, and of the people whose figures they may see. */
export function createShowApprovalStats(parts: ShowApprovalStatsParts) {
  return async (by: Person, query: ApprovalStatsQuery): Promise<ApprovalStats> => {
    const { process, ...filters } = query;
    if (query.person !== undefined) await checkSeesPerson(by, query.person);
    const processes = parts.readableProcesses(by, { process, what: 'figures about approvals' });
    const rows = await readApprovalStats(parts.reads, { processes, ...filters });
    return statsOf(rows, (person) => judge(by, person).kind === 'allowed');
  };

  function judge(by: Person, person: string) {
    return parts.policy.decide({
      action: 'readApprovalStats',
      principal: { kind: 'person', person: by },
      resource: { person },
    });
  }

  async function checkSeesPerson(by: Person, person: string): Promise<void> {
    const action = 'readApprovalStats';
    const { kind, policies, policySet } = judge(by, person);
    if (kind === 'allowed') return;
    const code = 'policy-refused';
    await parts.recordRefusal({ by, action, resource: person, code, policies, policySet });
    throw new AppError(code, `${by.id} may see figures of their own, not those of ${person}: leave out person`, {
      facts: { action },
    });
  }
}

function statsOf(rows: readonly ApprovalStatsRow[], maySee: (person: string) => boolean): ApprovalStats {
  const at = (level: ApprovalStatsRow['level']) => rows.filter((row) => row.level === level);
  const [total] = at('total');
  if (!total) throw new Error('the database counted nothing');
  return {
    total: figuresOf(total),
    processes: at('process').map((row) => ({ process: row.process ?? '', ...figuresOf(row) })),
    points: at('point').map((row) => ({ process: row.process ?? '', point: row.point ?? '', ...figuresOf(row) })),
    people: at('person').flatMap((row) =>
      row.person !== null && maySee(row.person) ? [{ person: row.person, ...figuresOf(row) }] : [],
    ),
  };
}

function figuresOf({ level, process, point, person, p50, p90, p99, ...counts }: ApprovalStatsRow): ApprovalFigures {
  const { approved, edited, rejected, clarified, takenOver, expired } = counts;
  const decided = approved + edited + rejected + clarified + takenOver;
  return {
    ...counts,
    decided,
    secondsToDecision: p50 === null || p90 === null || p99 === null ? null : { p50, p90, p99 },
    shares: {
      edited: share(edited, decided),
      rejected: share(rejected, decided),
      expired: share(expired, decided + expired),
    },
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
