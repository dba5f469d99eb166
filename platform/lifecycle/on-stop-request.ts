/** One Ctrl-C reaches a program several times: from the terminal, from npm, from the bootstrap. */
const sameRequestMs = 1000;

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Calls back once when the program is asked to end; a second request ends it on the spot. */
export function onStopRequest(stop: (reason: string) => void): void {
  let firstAt: number | undefined;
  const request = (reason: string, exitCode: number) => {
    const now = performance.now();
    if (firstAt === undefined) stop(reason);
    else if (now - firstAt > sameRequestMs) process.exit(exitCode);
    firstAt ??= now;
  };
  for (const [signal, exitCode] of Object.entries(exitCodes)) process.on(signal, () => request(signal, exitCode));
  onParentGone(() => request('the parent process is gone', 1));
}

/** A child started with an IPC channel sees it close when its parent dies, however the parent dies. */
function onParentGone(callback: () => void): void {
  if (!process.channel) return;
  process.once('disconnect', callback);
  process.channel.unref();
}
