import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Settings } from './child-settings.ts';
import type { Stack } from './open-stack.ts';

export interface Program {
  pid: number;
  /** SIGKILL: nothing is said, nothing is finished. */
  kill(): Promise<void>;
  /** SIGTERM: it ends in order. Answers its exit code. */
  stop(): Promise<number | null>;
  running(): boolean;
  /** All that it has written so far: its log, and whatever else. */
  said(): string;
}

/** Starts one of our programs as a process of its own and waits until it reports ready. It ends with the stack. */
export async function spawnProgram(
  stack: Stack,
  { script, args = [], settings }: { script: string; args?: string[]; settings: Settings },
): Promise<Program> {
  const child = fork(script, args, { env: { ...settings }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const { pid, stdout, stderr } = child;
  if (pid === undefined || !stdout || !stderr) throw new Error(`${script} could not be started`);
  let said = '';
  for (const stream of [stdout, stderr]) stream.setEncoding('utf8').on('data', (part: string) => (said += part));
  const [exited, closed] = [once(child, 'exit'), once(child, 'close')];
  const running = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals) => {
    if (running()) child.kill(signal);
    await exited;
    return child.exitCode;
  };
  stack.lifecycle.onClose(`process ${pid}`, async () => void (await end('SIGKILL')));
  const first = await Promise.race([
    once(child, 'message').then(() => 'ready' as const),
    exited.then(() => 'ended' as const),
  ]);
  if (first === 'ended') {
    await closed;
    throw new Error(`${script} ended before it was ready:\n${said}`);
  }
  return { pid, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM'), running, said: () => said };
}
