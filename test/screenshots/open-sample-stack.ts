import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { startLocalStack } from '#dev/local-stack/local-stack.ts';
import { say } from '#dev/local-stack/print-line.ts';
import { seedLocalStack } from '#dev/seed.ts';
import { loadEnvironment, portNames, portNotes, readConfig, repositoryRoot } from '#platform/config/index.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { type Samples, workSamples } from './work-samples.ts';

export interface SampleStack {
  url: string;
  /** Until then nothing has come in. */
  fill(): Promise<Samples>;
}

/** All that `npm start` starts, on ports and in a folder of its own. */
export async function openSampleStack(lifecycle: Lifecycle): Promise<SampleStack> {
  const home = await mkdtemp(join(tmpdir(), 'baton-screenshots-'));
  lifecycle.onClose('folder', () => rm(home, { recursive: true, force: true }));
  const environment = { ...loadEnvironment(), ...(await freePorts()), BATON_HOME: home };
  const config = readConfig(environment);
  const programs = {
    world: join(repositoryRoot, 'dev/world/main.ts'),
    worker: join(repositoryRoot, 'worker/main.ts'),
    api: join(repositoryRoot, 'api/main.ts'),
  };
  const stack = await startLocalStack({ config, environment, lifecycle, programs, print: say, say });
  const fill = async () => {
    await seedLocalStack({ config, say, signal: lifecycle.signal, ...stack });
    const { mailbox, model } = config.ports;
    return workSamples({ url: stack.apiUrl, mailboxUrl: loopback(mailbox), modelUrl: loopback(model) });
  };
  return { url: stack.apiUrl, fill };
}

function loopback(port: number): string {
  return `http://127.0.0.1:${port}`;
}

async function freePorts(): Promise<Record<string, string>> {
  const ports: Record<string, string> = {};
  for (const name of portNames()) ports[portNotes[name].variable] = String(await findFreePort());
  return ports;
}
