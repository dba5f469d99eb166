import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { failureConverterPath } from '#platform/codec/data-converter.ts';

const workflowsPath = fileURLToPath(new URL('../workflows/index.generated.ts', import.meta.url));

/** All processes in one piece of code for Temporal's sandbox. */
export function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({ workflowsPath, failureConverterPath, logger: new DefaultLogger('WARN') });
}
