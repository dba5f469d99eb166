const mark = 'baton-reloaded-at';
const atMostEveryMs = 30_000;

/** Takes the page that is there now, but not over and over where that does not help. */
export function reloadOnce(event: Event): void {
  const last = Number(sessionStorage.getItem(mark) ?? 0);
  if (Date.now() - last < atMostEveryMs) return;
  event.preventDefault();
  sessionStorage.setItem(mark, String(Date.now()));
  location.reload();
}
