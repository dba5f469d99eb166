import type { ApprovalState } from '#contracts/approval.ts';
import type { Tone } from '../parts/State.tsx';

const tones: Record<ApprovalState, Tone> = {
  open: 'going',
  approved: 'good',
  edited: 'good',
  clarified: 'good',
  rejected: 'over',
  'taken-over': 'over',
  expired: 'warning',
  withdrawn: 'over',
  void: 'wrong',
};

/** What a task came to, as colours say it. */
export function toneOf(state: ApprovalState): Tone {
  return tones[state];
}
