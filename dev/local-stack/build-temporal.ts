import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { temporalVersion } from './temporal-version.ts';

export interface TemporalBuild {
  go: string;
  folder: string;
  environment: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
}

/** Builds the CLI from source with the Go that is on this machine. */
export async function buildTemporal({ go, folder, environment, signal }: TemporalBuild): Promise<void> {
  const source = `github.com/temporalio/cli/cmd/temporal@v${temporalVersion}`;
  const build = spawn(go, ['install', source], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...environment, GOBIN: folder },
    ...(signal && { signal }),
  });
  const errors: Buffer[] = [];
  build.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const [code] = (await once(build, 'close')) as [number | null];
  if (code !== 0) throw new Error(Buffer.concat(errors).toString().trim().split('\n').slice(-3).join(' '));
}
