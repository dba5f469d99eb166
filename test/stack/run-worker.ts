import { readFile } from 'node:fs/promises';
import { inject } from 'vitest';
import { createClosing } from '#platform/lifecycle/create-lifecycle.ts';
import { createLog } from '#platform/log/index.ts';
import { composeWorker } from '#worker/compose.ts';
import type { Stack } from './open-stack.ts';

/** Runs the real worker, with dispatcher, notices and reconciler, in the test's own process; a test may change the workflows' code. */
export async function runWorker(
  stack: Stack,
  { change = (code: string) => code, log = createLog({ name: 'worker', level: 'silent' }) } = {},
): Promise<{ stop(): Promise<void> }> {
  const lifecycle = createClosing(log);
  const { bundlePath } = inject('ground');
  const worker = await composeWorker({
    config: stack.config,
    databaseUrl: stack.db.url,
    log,
    lifecycle,
    bundle: { code: change(await readFile(bundlePath, 'utf8')) },
  });
  const running = worker.run();
  lifecycle.onClose('worker', async () => {
    worker.shutdown();
    await running;
  });
  const stop = () => lifecycle.close('the worker is stopped');
  stack.lifecycle.onClose('worker', stop, { withinMs: 20_000 });
  return { stop };
}
