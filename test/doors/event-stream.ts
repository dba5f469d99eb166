import { ServerEvent } from '#contracts/http/event.ts';

export interface EventStream {
  /** Every event so far, with its id. */
  events: readonly (ServerEvent & { at: string })[];
  /** Settles when an event is there that fits, now or later. */
  until(fits: (event: ServerEvent) => boolean): Promise<void>;
  /** Settles when the server ends the stream, or it breaks. */
  ended: Promise<void>;
  lastId(): string;
  close(): Promise<void>;
}

const withinMs = 10_000;

/** Reads an answer as browsers read server-sent events. */
export function readEventStream(answer: Response): EventStream {
  const events: (ServerEvent & { at: string })[] = [];
  const waiting = new Set<() => void>();
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('the answer has no body');

  const take = (block: string): void => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const data = field('data');
    if (data !== undefined) events.push({ ...ServerEvent.parse(JSON.parse(data)), at: field('id') ?? '' });
  };
  const ended = (async () => {
    let text = '';
    for (;;) {
      const part = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (part.done) return;
      text += part.value ?? '';
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) take(block);
      for (const look of waiting) look();
    }
  })();

  return {
    events,
    ended,
    lastId: () => events.at(-1)?.at ?? '',
    close: () => reader.cancel().catch(() => undefined),
    until: (fits) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`waited in vain for an event; there are ${JSON.stringify(events)}`)),
          withinMs,
        );
        const look = (): void => {
          if (!events.some(fits)) return;
          clearTimeout(late);
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
