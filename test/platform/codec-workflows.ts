import {
  ApplicationFailure,
  condition,
  defineSignal,
  executeChild,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { CodecActivities } from './codec-activities.ts';

/** Workflows whose every word is secret, so that a search of the raw history can show that none is readable. */
export interface SecretInput {
  text: string;
}

/** Made from what stays clear: commands made from encrypted input do not replay once the key is destroyed. */
export function childOf(workflowId: string): string {
  return `${workflowId}-child`;
}

const { repeat, fail, enlarge } = proxyActivities<CodecActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumAttempts: 1 },
  summary: 'secret-activity-summary',
});
const { repeat: repeatLocally } = proxyLocalActivities<CodecActivities>({ startToCloseTimeout: '10s' });

export const told = defineSignal<[string]>('told');

export async function keepSecrets({ text }: SecretInput) {
  let heard: string | undefined;
  setHandler(told, (words) => {
    heard = words;
  });
  setCurrentDetails(`secret-current-details of ${text}`);
  await sleep(1, { summary: 'secret-timer-summary' });
  await condition(() => heard !== undefined);
  const failure = await fail(text).catch((error: unknown) => (error instanceof Error ? String(error.cause) : 'none'));
  return {
    repeated: await repeat(`secret-activity of ${text}`),
    local: await repeatLocally(`secret-local of ${text}`),
    large: await enlarge(text),
    child: await executeChild(keepSecretsAsChild, {
      workflowId: childOf(workflowInfo().workflowId),
      args: [`secret-child of ${text}`],
      memo: { note: `secret-memo of ${text}` },
    }),
    heard,
    failure,
  };
}

export async function keepSecretsAsChild(text: string): Promise<string> {
  return repeat(`${text}, told on`);
}

export async function failSecretly(text: string): Promise<void> {
  throw ApplicationFailure.nonRetryable(`secret-failure of ${text}`, 'planned', { secret: `secret-detail of ${text}` });
}
