import type { QueryClient } from '@tanstack/react-query';
import { ServerEvent } from '#contracts/http/event.ts';
import { isTold, setTold } from './told.ts';

const gatherMs = 200;
const openAgainAfterMs = 5_000;

/**
 * Lets Baton say that something changed, and asks anew for what that makes old. In a hidden tab the stream is closed:
 * a browser opens only few connections to one host, for all of its tabs together.
 */
export function followEvents(queries: QueryClient): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const askAnew = gather(queries);
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

/** Several events at once lead to one question each. */
function gather(queries: QueryClient): (event: ServerEvent) => void {
  const waiting = new Map<string, readonly string[]>();
  const askNow = () => {
    for (const queryKey of waiting.values()) void queries.invalidateQueries({ queryKey });
    waiting.clear();
  };
  return (event) => {
    if (waiting.size === 0) setTimeout(askNow, gatherMs);
    for (const key of keysOf(event)) waiting.set(key.join('/'), key);
  };
}

function keysOf(event: ServerEvent): readonly (readonly string[])[] {
  switch (event.kind) {
    case 'run':
      return [['runs', 'one', event.id], ['runs', 'newest'], ['mailbox']];
    case 'approval':
      return [
        ['approvals', 'one', event.id],
        ['approvals', 'inbox'],
      ];
    case 'inbox':
      return [['approvals', 'inbox']];
    case 'look-again':
      return [['runs', 'one'], ['runs', 'newest'], ['approvals'], ['mailbox']];
  }
}
