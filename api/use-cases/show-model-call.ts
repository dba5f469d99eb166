import { AppError } from '#contracts/errors.ts';
import type { ModelCallDetail, PromptPart as ShownPart } from '#contracts/http/model-call.ts';
import type { Person } from '#contracts/person.ts';
import type { Asked } from '#governance/ask/keep-call.ts';
import { digestOf } from '#governance/digest.ts';
import type { RecordLook } from '#governance/looks/index.ts';
import { type PromptPart, promptParts, renderPrompt } from '#governance/registry/index.ts';
import { askedPlace, modelAnswerPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { findModelCall, type ModelCallRow } from '#store/model-calls.ts';
import { findRun } from '#store/runs.ts';
import { findRegistryText } from '#store/snapshots.ts';
import type { Reads } from './database.ts';
import { refusedToSee, type Sight } from './judge-sight.ts';
import { stepOf } from './timeline/statement.ts';

export interface ShowModelCallParts {
  reads: Reads;
  seals: Seals;
  sight: Pick<Sight, 'maySee'>;
  recordLook: RecordLook;
}

/** What a model was sent and what it said, for whoever may see what the run is about. */
export function createShowModelCall({ reads, seals, sight, recordLook }: ShowModelCallParts) {
  return async (by: Person, { runId, callId }: { runId: string; callId: string }): Promise<ModelCallDetail> => {
    const [run, row] = await Promise.all([findRun(reads, runId), findModelCall(reads, { id: callId, runId })]);
    if (!run || !row) throw new AppError('not-found', `The run ${runId} has no model call ${callId}`);
    if (!(await sight.maySee(by, run))) throw refusedToSee(by, `the model call ${callId}`);
    await recordLook({ by, what: 'model-call', runs: [runId] });
    const { id, digest } = row;
    const said = { asked: await askedIn(row), answered: await answeredIn(row) };
    return { id, run: runId, step: stepOf(row.stepKey), at: row.at.toISOString(), digest, ...said };
  };

  async function askedIn({ id, askedSealed, promptHash, digest }: ModelCallRow): Promise<ModelCallDetail['asked']> {
    const opened = await seals.open(askedSealed, askedPlace(id));
    if (opened.kind === 'tombstone') return { kind: 'erased' };
    const { variables, repair = null } = opened.value as Asked;
    const text = await findRegistryText(reads, promptHash);
    if (text === undefined) throw new Error(`The text of the prompt ${promptHash} is missing`);
    const { system, user } = promptParts(text, variables);
    const isProven = digestOf({ prompt: promptHash, ...renderPrompt(text, variables) }) === digest;
    return { kind: 'content', system: system.map(shown), user: user.map(shown), repair, isProven };
  }

  async function answeredIn({ id, answerSealed }: ModelCallRow): Promise<ModelCallDetail['answered']> {
    if (answerSealed === null) return { kind: 'none' };
    const opened = await seals.open(answerSealed, modelAnswerPlace(id));
    return opened.kind === 'tombstone' ? { kind: 'erased' } : { kind: 'content', text: String(opened.value) };
  }
}

/** Facts come from records and colleagues; lines and free texts are what somebody outside wrote. */
function shown(part: PromptPart): ShownPart {
  if (part.kind === 'text') return part;
  const { kind, name, holds, text } = part;
  return { kind, name, origin: holds === 'json' ? 'facts' : 'outside', text };
}
