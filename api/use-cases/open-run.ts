import { isAppError } from '#contracts/errors.ts';
import type { RunMessage, RunQuestion, SealedContent } from '#contracts/http/run.ts';
import { OutgoingMessage } from '#contracts/message.ts';
import { QuestionState } from '#contracts/question.ts';
import { SealedAnswer } from '#governance/questions/judge-answer.ts';
import { partyOf } from '#governance/questions/party.ts';
import { answerPlace, inputPlace, messagePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { OutboxRow } from '#store/outbox.ts';
import type { QuestionRow } from '#store/questions.ts';
import type { RunRow } from '#store/runs.ts';

/** What of a run is sealed, as whoever asks may see it. */
export interface OpenRun {
  inputOf(row: RunRow): Promise<SealedContent>;
  messageOf(row: OutboxRow): Promise<RunMessage>;
  questionOf(row: QuestionRow): Promise<RunQuestion>;
}

const erased = { kind: 'erased' } as const;
const withheld = { kind: 'withheld' } as const;
const damaged = { kind: 'damaged' } as const;

/** Opens it for whoever may see what the run is about, and withholds it from all others. */
export function createOpenRun({ seals }: { seals: Pick<Seals, 'open'> }) {
  return ({ sees }: { sees: boolean }): OpenRun => {
    return {
      inputOf: (row) => open(row.inputSealed, inputPlace(row.id)),
      messageOf: async (row) => ({ ...stateOfMessage(row), content: await contentOf(row) }),
      questionOf: async (row) => ({ ...stateOfQuestion(row), answer: await answerOf(row) }),
    };

    async function open(sealed: Uint8Array, place: string): Promise<SealedContent> {
      if (!sees) return withheld;
      try {
        const opened = await seals.open(sealed, place);
        return opened.kind === 'tombstone' ? erased : { kind: 'content', value: opened.value };
      } catch (error) {
        if (isAppError(error) && error.code === 'seal-broken') return damaged;
        throw error;
      }
    }

    async function contentOf({ id, messageClass, contentSealed }: OutboxRow): Promise<RunMessage['content']> {
      if (messageClass === 'notice') return null;
      const content = await open(contentSealed, messagePlace(id));
      return content.kind === 'content' ? OutgoingMessage.parse(content.value) : content;
    }

    /** What stands there as an answer and was not taken in here is shown to nobody. */
    async function answerOf({ id, answerSealed }: QuestionRow): Promise<SealedContent | null> {
      if (answerSealed === null) return null;
      const content = await open(answerSealed, answerPlace(id));
      if (content.kind === 'damaged') return null;
      if (content.kind !== 'content') return content;
      const { data } = SealedAnswer.safeParse(content.value);
      return data ? { kind: 'content', value: data.enquiry } : null;
    }
  };
}

function stateOfMessage(row: OutboxRow): Omit<RunMessage, 'content'> {
  return {
    id: row.id,
    class: row.messageClass,
    state: row.state,
    messageId: row.messageId,
    attempts: row.attempts,
    queuedAt: row.queuedAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    lastError: row.lastError,
  };
}

function stateOfQuestion(row: QuestionRow): Omit<RunQuestion, 'answer'> {
  const { id, askedOf, state, askedAt, expiresAt, closedAt, messageId } = row;
  return {
    id,
    to: partyOf(askedOf),
    state: QuestionState.parse(state),
    askedAt: askedAt?.toISOString() ?? null,
    until: expiresAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    messageId,
  };
}
