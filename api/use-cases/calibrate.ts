import type { CalibratedPrompt, Calibration, CalibrationQuery } from '#contracts/http/calibration.ts';
import type { Person } from '#contracts/person.ts';
import { calibrationErrorOf, limitFor, reliabilityOf } from '#governance/calibration/index.ts';
import { shareOf } from '#governance/evaluation/wilson.ts';
import { type JudgedAnswerRow, listJudgedAnswers } from '#store/judged-answers.ts';
import type { Reads } from './database.ts';
import type { ReadableProcesses } from './readable-processes.ts';

export interface CalibrateParts {
  reads: Reads;
  readableProcesses: ReadableProcesses;
  /** The limit of confidence that the registry has for a prompt of a process. */
  minimumOf(process: string, prompt: string): number | undefined;
}

/** How sure models said they were, beside what people decided: for each prompt, its version and the model that answered. */
export function createCalibrate({ reads, readableProcesses, minimumOf }: CalibrateParts) {
  return async (by: Person, { process, errorRate, ...filters }: CalibrationQuery): Promise<Calibration> => {
    const processes = readableProcesses(by, { process, what: 'how sure models were' });
    const rows = await listJudgedAnswers(reads, { processes, ...filters });
    const groups = Map.groupBy(rows, (row) => JSON.stringify([row.process, row.prompt, row.promptVersion, row.model]));
    const prompts = [...groups.keys()].toSorted().flatMap((key) => calibrated(groups.get(key) ?? [], errorRate));
    return { errorRate, prompts };
  };

  function calibrated(answers: readonly JudgedAnswerRow[], errorRate: number): CalibratedPrompt[] {
    const [first] = answers;
    if (!first) return [];
    const { process, prompt, promptVersion, model } = first;
    return [
      {
        ...{ process, prompt, promptVersion, model },
        right: shareOf(answers.filter(({ isRight }) => isRight).length, answers.length),
        bands: reliabilityOf(answers),
        calibrationError: calibrationErrorOf(answers),
        limit: limitFor(answers, errorRate),
        minimumConfidence: minimumOf(process, prompt) ?? null,
      },
    ];
  }
}
