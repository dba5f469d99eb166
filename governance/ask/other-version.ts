import type { ModelReply } from '#contracts/ports/model.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';

type Failed = Extract<ModelReply, { kind: 'failed' }>;

/** An answer of another version than the registered one is not used: nobody has tried that one. */
export function otherVersion({ name, reports }: PinnedModel, reply: ModelReply): Failed | undefined {
  if (!('version' in reply) || reports === undefined || reply.version === reports) return undefined;
  const words = `registry/models/${name}.yaml has 'reports: ${reports}', and '${reply.version}' answered; evaluate it, then write that there`;
  return { kind: 'failed', failure: 'other-version', reason: 'another version of the model answered', words };
}
