import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { createModelMetrics } from './model-metrics.ts';
import type { UseCases } from './use-cases.ts';

export interface Metrics {
  mediaType: string;
  text(): Promise<string>;
  /** Notes how long a request took. */
  observe(request: { method: string; path: string; status: number; seconds: number }): void;
}

/** What a monitoring system reads here: requests as they were answered, and what waits, counted when asked. */
export function createMetrics({ readFigures, eventStreams }: Pick<UseCases, 'readFigures' | 'eventStreams'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const openApprovals = gauge('baton_approvals_open', 'Tasks that wait for a person');
  const overdueApprovals = gauge('baton_approvals_overdue', 'Open tasks past the time they were due');
  const oldestApproval = gauge('baton_approvals_oldest_seconds', 'Age of the oldest task that waits for a person');
  const strandedApprovals = gauge('baton_approvals_stranded', 'Open tasks that nobody who is asked may agree to');
  const points = ['process', 'point'];
  const openAtPoint = gauge('baton_approvals_open_by_point', 'Tasks that wait for a person', points);
  const overdueAtPoint = gauge('baton_approvals_overdue_by_point', 'Open tasks past the time they were due', points);
  const openDispatch = gauge('baton_dispatch_open', 'Orders to Temporal that are not delivered');
  const oldestDispatch = gauge('baton_dispatch_oldest_seconds', 'Age of the oldest order that is not delivered');
  const outbox = gauge('baton_outbox_messages', 'Messages by state', ['state']);
  const runs = gauge('baton_runs', 'Runs by status', ['status']);
  const stuckRuns = gauge('baton_runs_stuck', 'Open runs that do not get on by themselves');
  const failedRuns = gauge(
    'baton_runs_failed',
    'Runs that failed, were blocked, timed out or never started, and were not retried',
  );
  const pulledSwitches = gauge('baton_switches_pulled', 'What is switched off');
  const pausedRuns = gauge(
    'baton_runs_paused',
    'Open runs that wait until a switch is lifted, a model answers again or a budget has room',
  );
  const setModelMetrics = createModelMetrics(gauge);
  const openStreams = gauge('baton_event_streams', 'Event streams that are open at this process');
  const durations = new Histogram({
    name: 'baton_http_request_seconds',
    help: 'How long requests took',
    labelNames: ['method', 'path', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });

  const count = async (): Promise<void> => {
    const figures = await readFigures();
    openApprovals.set(figures.openApprovals);
    overdueApprovals.set(figures.overdueApprovals);
    oldestApproval.set(figures.oldestApprovalSeconds);
    strandedApprovals.set(figures.strandedApprovals);
    openAtPoint.reset();
    overdueAtPoint.reset();
    for (const { process, point, open, overdue } of figures.approvals) {
      openAtPoint.set({ process, point }, open);
      overdueAtPoint.set({ process, point }, overdue);
    }
    openDispatch.set(figures.openDispatch);
    oldestDispatch.set(figures.oldestDispatchSeconds);
    stuckRuns.set(figures.stuckRuns);
    failedRuns.set(figures.failedRuns);
    pulledSwitches.set(figures.pulledSwitches);
    pausedRuns.set(figures.pausedRuns);
    openStreams.set(eventStreams.count());
    setModelMetrics(figures);
    outbox.reset();
    for (const { state, count: messages } of figures.outbox) outbox.set({ state }, messages);
    runs.reset();
    for (const { status, count: found } of figures.runs) runs.set({ status }, found);
  };

  return {
    mediaType: registry.contentType,
    text: async () => {
      await count();
      return registry.metrics();
    },
    observe: ({ method, path, status, seconds }) =>
      durations.observe({ method, path, status: String(status) }, seconds),
  };
}
