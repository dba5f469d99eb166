import { setTimeout as pause } from 'node:timers/promises';

/** Asks until there is an answer. What is awaited happens in another process, which tells nobody. */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | null | false>,
  withinMs = 20_000,
): Promise<Answer> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms in vain for: ${what}`);
    await pause(25);
  }
}
