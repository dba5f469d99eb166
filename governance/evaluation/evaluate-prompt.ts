import { type AnswerName, answerSchemas } from '#contracts/answers/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { PinnedModel, Snapshot } from '#contracts/snapshot.ts';
import type { PromptText } from '#governance/ask/form.ts';
import { type AskCaseParts, type AskFilled, createAskCase } from './ask-case.ts';
import { type CaseFile, type Half, halves, readCaseFile } from './cases/read-case-file.ts';
import { evaluateCited } from './evaluate-cited.ts';
import { evaluateClassification } from './evaluate-classification.ts';
import { evaluateDrafts, type LetterGround } from './evaluate-drafts.ts';
import { evaluateTexts } from './evaluate-texts.ts';
import type { EvaluatedPrompt, HalfResult } from './evaluated-model.ts';
import { readLetterWords } from './letters/read-letter-words.ts';

export interface PromptToEvaluate {
  process: string;
  prompt: PromptText & { name: string; version: number; answer: string };
  models: readonly PinnedModel[];
  /** Those that are scored. Both are read, so that a mistake in either is seen. */
  halves: readonly Half[];
  snapshot: Pick<Snapshot, 'calendars' | 'durations' | 'fallbackReply' | 'limits' | 'standingTexts'>;
}

/** Has each model answer the cases of a prompt as it would in a run, and scores the answers. */
export function createEvaluatePrompt({ registryFolder, ...asking }: AskCaseParts & { registryFolder: string }) {
  const askCase = createAskCase(asking);

  return async (wanted: PromptToEvaluate): Promise<EvaluatedPrompt> => {
    const { process, prompt, models } = wanted;
    const ground = await groundOf(registryFolder, wanted.snapshot);
    const { evaluate, casesFor } = await scoringOf(wanted, ground);
    const evaluated = [];
    for (const model of models) {
      const results = [];
      for (const half of wanted.halves) results.push(await evaluate(half, model));
      evaluated.push({ model: model.name, reports: model.reports ?? model.model, halves: results });
    }
    return { prompt: `${process}/${prompt.name}`, version: prompt.version, casesFor, models: evaluated };
  };

  /** Cases and the way they are scored go by the form of the answer. */
  async function scoringOf(wanted: PromptToEvaluate, ground: LetterGround) {
    const answer = answerOf(wanted.prompt);
    switch (answer) {
      case 'enquiry_classification':
        return scoring(await filesOf(wanted, answer), (cases, model) =>
          evaluateClassification(cases, asker(wanted, { answer, model })),
        );
      case 'drafted_reply':
        return scoring(await filesOf(wanted, answer), (cases, model) =>
          evaluateDrafts(cases, asker(wanted, { answer, model }), ground),
        );
      case 'cited_answer':
        return scoring(await filesOf(wanted, answer), (cases, model) =>
          evaluateCited(cases, asker(wanted, { answer, model })),
        );
      case 'text_answer':
        return scoring(await filesOf(wanted, answer), (cases, model) =>
          evaluateTexts(cases, asker(wanted, { answer, model })),
        );
    }
  }

  function filesOf<Name extends AnswerName>({ process, prompt }: PromptToEvaluate, answer: Name) {
    const read = (half: Half) => readCaseFile(registryFolder, { prompt: `${process}/${prompt.name}`, half, answer });
    return Promise.all(halves.map(read));
  }

  function asker<Name extends AnswerName>(
    { process, prompt, snapshot }: PromptToEvaluate,
    { answer, model }: { answer: Name; model: PinnedModel },
  ): AskFilled<Name> {
    const { orderNumberPattern } = snapshot.limits;
    const timeoutMs = snapshot.durations.modelCall;
    return (filled) => askCase({ process, prompt, answer, model, timeoutMs, orderNumberPattern, ...filled });
  }
}

type Evaluate<Case> = (
  cases: readonly Case[],
  model: PinnedModel,
) => Promise<Pick<HalfResult, 'score' | 'usage' | 'misses'>>;

function scoring<Case>(files: readonly CaseFile<Case>[], evaluate: Evaluate<Case>) {
  return {
    casesFor: Math.min(...files.map(({ promptVersion }) => promptVersion)),
    evaluate: async (half: Half, model: PinnedModel): Promise<HalfResult> => {
      const cases = files.find((file) => file.half === half)?.cases ?? [];
      const { misses, ...scored } = await evaluate(cases, model);
      return { half, cases: cases.length, ...scored, misses: half === 'held-out' ? [] : misses };
    },
  };
}

async function groundOf(registryFolder: string, snapshot: PromptToEvaluate['snapshot']): Promise<LetterGround> {
  const { standingTexts, fallbackReply, limits, calendars } = snapshot;
  return {
    words: await readLetterWords(registryFolder),
    firm: {
      standingTexts: [fallbackReply.subject, fallbackReply.text, ...standingTexts],
      orderNumberPattern: limits.orderNumberPattern,
      timeZone: Object.values(calendars)[0]?.timeZone ?? 'UTC',
    },
  };
}

function answerOf({ name, answer }: PromptToEvaluate['prompt']): AnswerName {
  if (Object.hasOwn(answerSchemas, answer)) return answer as AnswerName;
  throw new AppError('not-registered', `Prompt ${name} wants answer ${answer}, which no contract defines`);
}
