/** How often what is shown is asked for all the same while Baton tells of changes by itself. */
export const whileToldMs = 60_000;

let told = false;

/** Whether Baton tells this page of changes now, so that it need not ask. */
export function isTold(): boolean {
  return told;
}

export function setTold(now: boolean): void {
  told = now;
}
