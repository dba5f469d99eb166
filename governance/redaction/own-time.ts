/** Milliseconds that this thread has worked: what else the machine does takes none of it. */
export function ownTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
