import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  withinMs: number;
  signal: AbortSignal;
}

/** Waits until the address answers 200; the error carries its last answer. */
export async function whenAnswering(address: string, { withinMs, signal }: Patience): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    signal.throwIfAborted();
    const answer = await ask(address);
    if (answer === undefined) return;
    if (Date.now() > deadline) throw new Error(`${address} is not ready after ${withinMs / 1000} s: ${answer}`);
    await pause(50, undefined, { signal });
  }
}

/** What stands between the address and 200; undefined when nothing does. */
async function ask(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5000) });
    const body = await response.text();
    return response.ok ? undefined : `it answers ${response.status} ${body.slice(0, 500)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
