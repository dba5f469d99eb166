import type { QueryClient } from '@tanstack/react-query';
import { ServerEvent } from '#contracts/http/event.ts';
import { type ChangePace, gatherChanges } from './gather-changes.ts';
import { isTold, setTold } from './told.ts';

const openAgainAfterMs = 5_000;

/**
 * Lets Baton say that something changed, and asks anew for what that makes old. In a hidden tab the stream is closed:
 * a browser opens only few connections to one host, for all of its tabs together.
 */
export function followEvents(queries: QueryClient): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changes = gatherChanges(queries);
  const askAnew = (event: ServerEvent) => {
    for (const { key, pace } of madeOld(event)) changes.changed(key, pace);
  };
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
    setTold(false);
  };
  const open = () => {
    close();
    if (document.hidden) return;
    source = new EventSource('/api/events');
    source.onopen = () => {
      setTold(true);
      askAnew({ kind: 'look-again' });
    };
    source.onmessage = ({ data }) => askAnew(read(String(data)));
    source.onerror = () => {
      // From here on the page asks for itself again, beginning now.
      if (isTold()) askAnew({ kind: 'look-again' });
      setTold(false);
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, openAgainAfterMs);
    };
  };
  document.addEventListener('visibilitychange', open);
  open();
  return () => {
    document.removeEventListener('visibilitychange', open);
    changes.stop();
    close();
  };
}

/** What makes no sense may mean anything. */
function read(data: string): ServerEvent {
  try {
    return ServerEvent.parse(JSON.parse(data));
  } catch {
    return { kind: 'look-again' };
  }
}

interface Old {
  key: readonly string[];
  pace: ChangePace;
}

const lists = {
  runs: { key: ['runs', 'newest'], pace: 'list' },
  inbox: { key: ['approvals', 'inbox'], pace: 'list' },
  mailbox: { key: ['mailbox'], pace: 'list' },
  switches: { key: ['switches'], pace: 'one' },
} as const satisfies Record<string, Old>;

function madeOld(event: ServerEvent): readonly Old[] {
  switch (event.kind) {
    case 'run':
      return [{ key: ['runs', 'one', event.id], pace: 'one' }, lists.runs, lists.mailbox];
    case 'approval':
      return [{ key: ['approvals', 'one', event.id], pace: 'one' }, lists.inbox];
    case 'inbox':
      return [lists.inbox];
    case 'switches':
      return [lists.switches];
    case 'look-again':
      return [
        { key: ['runs', 'one'], pace: 'one' },
        { key: ['approvals'], pace: 'one' },
        lists.runs,
        lists.switches,
        lists.mailbox,
      ];
  }
}
