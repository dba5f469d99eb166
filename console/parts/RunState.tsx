import type { RunItem } from '#contracts/http/run.ts';
import type { RunOutcome } from '#contracts/run.ts';
import { runsTexts } from '../texts/runs-texts.ts';
import { State, type Tone } from './State.tsx';

/** What an outcome means for whoever looks after runs. */
export const outcomeTones: Record<RunOutcome, Tone> = {
  answered: 'good',
  'answered-edited': 'good',
  clarified: 'good',
  rejected: 'over',
  expired: 'warning',
  'taken-over': 'over',
  'seen-to': 'good',
  unanswered: 'over',
  withdrawn: 'over',
  spam: 'over',
  undeliverable: 'wrong',
  unconfirmed: 'warning',
  blocked: 'wrong',
  failed: 'wrong',
  cancelled: 'over',
  terminated: 'over',
  'timed-out': 'wrong',
  'never-started': 'wrong',
  asked: 'good',
  interrupted: 'wrong',
};

/** Whether somebody changed in the database where it stands, or what it came to. */
export function isDamaged({ status, outcome }: Pick<RunItem, 'status' | 'outcome'>): boolean {
  return status === 'damaged' || (status === 'closed' && outcome === null);
}

/** Where a run stands, or what it came to. */
export function RunState({
  run,
}: {
  run: Pick<RunItem, 'status' | 'outcome' | 'stuckSince' | 'cancelRequested' | 'paused'>;
}) {
  if (isDamaged(run)) return <State tone="wrong">{runsTexts.status.damaged}</State>;
  if (run.outcome) return <State tone={outcomeTones[run.outcome]}>{runsTexts.outcome[run.outcome]}</State>;
  if (run.stuckSince) return <State tone="wrong">{runsTexts.stuck}</State>;
  if (run.cancelRequested) return <State tone="warning">{runsTexts.cancelling}</State>;
  if (run.paused) return <State tone="warning">{runsTexts.status.paused}</State>;
  return <State tone="going">{runsTexts.status[run.status]}</State>;
}
