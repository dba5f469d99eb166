import type { ApprovalItem } from '#contracts/http/approval.ts';
import { ApprovalDetail, ApprovalList } from '#contracts/http/approval.ts';
import { Readiness } from '#contracts/http/health.ts';
import { CancelAnswer, RunAnswer, RunDetail, RunList } from '#contracts/http/run.ts';
import { eventually } from './eventually.ts';

export interface Answer {
  status: number;
  body: unknown;
}

export interface Caller {
  url: string;
  start(process: string, input: unknown, key?: string): Promise<Answer & { runId: string }>;
  mail(raw: string): Promise<Answer & { runId: string }>;
  run(runId: string): Promise<RunDetail>;
  runs(query: string): Promise<RunList>;
  /** Waits for an open task of this run that this person may decide on. */
  task(runId: string, point?: string): Promise<ApprovalItem>;
  approval(id: string): Promise<ApprovalDetail>;
  decide(task: { id: string; digest: string }, decision: string, more?: object): Promise<Answer>;
  /** Lets somebody else decide in this person's place for a while. */
  delegate(order: { to: string; starts: string; ends: string }): Promise<Answer>;
  cancel(runId: string): Promise<CancelAnswer>;
  retry(runId: string, from?: string): Promise<Answer>;
  readiness(): Promise<Answer & { body: Readiness }>;
}

/** A person at the API, by one of the sample accounts. */
export function callAs(name: string, url: string): Caller {
  const ask = async (path: string, request: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      ...request,
      headers: { authorization: `Bearer dev-${name}`, ...request.headers },
    });
    return { status: response.status, body: await response.json() };
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  return {
    url,
    start: async (process, input, key) =>
      started(
        await post(`/api/processes/${process}/runs`, { input }, key === undefined ? {} : { 'idempotency-key': key }),
      ),
    mail: async (raw) =>
      started(
        await ask('/api/inbound/mail', { method: 'POST', body: raw, headers: { 'content-type': 'message/rfc822' } }),
      ),
    run: async (runId) => RunDetail.parse((await ask(`/api/runs/${runId}`)).body),
    runs: async (query) => RunList.parse((await ask(`/api/runs?${query}`)).body),
    task: (runId, point) =>
      eventually(`an open task of ${runId}`, async () => {
        const { items } = ApprovalList.parse((await ask(`/api/approvals?state=open&run=${runId}`)).body);
        return items.find((item) => point === undefined || item.point === point);
      }),
    approval: async (id) => ApprovalDetail.parse((await ask(`/api/approvals/${id}`)).body),
    decide: ({ id, digest }, decision, more = {}) =>
      post(`/api/approvals/${id}/decision`, { decision, digest, ...more }),
    delegate: (order) => post('/api/delegations', order),
    cancel: async (runId) => CancelAnswer.parse((await post(`/api/runs/${runId}/cancel`, { reason: 'a test' })).body),
    retry: (runId, from) =>
      post(`/api/runs/${runId}/retry`, { reason: 'a test', ...(from === undefined ? {} : { from }) }),
    readiness: async () => {
      const { status, body } = await ask('/readyz');
      return { status, body: Readiness.parse(body) };
    },
  };
}

function started(answer: Answer): Answer & { runId: string } {
  const accepted = RunAnswer.safeParse(answer.body);
  return { ...answer, runId: accepted.success ? accepted.data.run.id : '' };
}
