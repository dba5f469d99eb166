import { startLoop } from '#platform/lifecycle/loop.ts';
import { createSendNotices, type SendNoticesParts } from './send-notices.ts';

/** Sends notices in the background: within a second of the task they speak of. */
export function startNotices(parts: SendNoticesParts & { everyMs?: number }): { stop(): Promise<void> } {
  const sendNotices = createSendNotices(parts);
  const loop = startLoop({
    name: 'notices',
    everyMs: parts.everyMs ?? 500,
    log: parts.log,
    turn: sendNotices,
  });
  return { stop: loop.stop };
}
