/** Tells the supervisor that started this process, if one did, that it is ready to serve. */
export function reportReady(): void {
  process.send?.({ kind: 'ready' });
}
