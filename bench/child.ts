import { fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';

export interface ChildOrder {
  script: string;
  args?: readonly string[];
  settings?: Readonly<Record<string, string>>;
  /** A folder that takes a CPU profile when the child ends. */
  profileFolder?: string;
}

export interface Child {
  pid: number;
  stop(): Promise<void>;
}

const stopWithinMs = 20_000;

/** Starts one program as a process of its own and waits until it reports ready. It ends with the bench. */
export async function startChild(lifecycle: Lifecycle, order: ChildOrder): Promise<Child> {
  const { script, args = [], settings = {}, profileFolder } = order;
  const execArgv = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  const child = fork(script, args, { env: { ...settings }, execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const { pid, stderr } = child;
  if (pid === undefined || !stderr) throw new Error(`${script} could not be started`);
  const said = text(stderr);
  const exited = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const late = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    child.kill('SIGTERM');
    await exited;
    clearTimeout(late);
  };
  lifecycle.onClose(script, stop, { withinMs: stopWithinMs + 5_000 });
  const ready = once(child, 'message').then(() => true);
  if (!(await Promise.race([ready, exited.then(() => false)])))
    throw new Error(`${script} did not start:\n${await said}`);
  return { pid, stop };
}
