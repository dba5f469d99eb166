/** Which task comes up after one: the next in the order remembered that still waits, else the first that waits. */
export function nextBehind(id: string, remembered: readonly string[], waiting: readonly string[]): string | undefined {
  const still = new Set(waiting);
  const behind = remembered.slice(remembered.indexOf(id) + 1).find((other) => still.has(other));
  return behind ?? waiting.find((other) => other !== id);
}

/** The one before it that still waits. */
export function lastBefore(id: string, remembered: readonly string[], waiting: readonly string[]): string | undefined {
  const still = new Set(waiting);
  return remembered.slice(0, Math.max(remembered.indexOf(id), 0)).findLast((other) => still.has(other));
}
