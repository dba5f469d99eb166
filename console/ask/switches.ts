import { queryOptions } from '@tanstack/react-query';
import { SwitchAnswer, SwitchList, SwitchPreview } from '#contracts/http/switch.ts';
import { type SwitchTarget, targetText } from '#contracts/switch.ts';
import { ask } from './ask.ts';

const againMs = 30_000;
const path = '/api/switches';

export const switchesQuery = queryOptions({
  queryKey: ['switches', 'list'],
  queryFn: ({ signal }) => ask({ path, answer: SwitchList, signal }),
  refetchInterval: againMs,
});

/** What would wait if it were switched off. */
export function switchPreviewQuery(target: SwitchTarget) {
  const query = new URLSearchParams({ target: targetText(target) });
  return queryOptions({
    queryKey: ['switches', 'preview', targetText(target)],
    queryFn: ({ signal }) => ask({ path: `${path}/preview?${query}`, answer: SwitchPreview, signal }),
  });
}

export function pullSwitch(body: { target: SwitchTarget; reason: string }) {
  return ask({ path, body, answer: SwitchAnswer });
}

export function liftSwitch(id: string, reason: string) {
  return ask({ path: `${path}/${encodeURIComponent(id)}/lift`, body: { reason }, answer: SwitchAnswer });
}
