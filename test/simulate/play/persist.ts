import { setTimeout as pause } from 'node:timers/promises';

/** Tries again what fails because something is away for a while; what fails for long is wrong. */
export async function persist<Answer>(
  what: string,
  attempt: () => Promise<Answer>,
  withinMs = 60_000,
): Promise<Answer> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`tried in vain for ${withinMs} ms: ${what}`, { cause: error });
      await pause(100);
    }
  }
}
