let going = false;

/** Leads to the page for signing in, and back to this address after it. */
export function goToSignIn(): void {
  if (going) return;
  going = true;
  location.replace(`/signin?next=${encodeURIComponent(location.pathname + location.search)}`);
}
