import type { CalibratedPrompt, Calibration, CalibrationQuery } from '#contracts/http/calibration.ts';
import type { Person } from '#contracts/person.ts';
import { calibrationErrorOf, type createJudgeChoice, limitFor, reliabilityOf } from '#governance/calibration/index.ts';
import { shareOf } from '#governance/evaluation/wilson.ts';
import {
  type JudgedAnswerRow,
  type JudgedAnswersFilters,
  listChosenAgain,
  listJudgedAnswers,
} from '#store/judged-answers.ts';
import type { Reads } from './database.ts';
import type { ReadableProcesses } from './readable-processes.ts';

export interface CalibrateParts {
  reads: Reads;
  readableProcesses: ReadableProcesses;
  judgeChoice: ReturnType<typeof createJudgeChoice>;
  /** The limit of confidence that the registry has for a prompt of a process. */
  minimumOf(process: string, prompt: string): number | undefined;
}

/** Sealed answers are opened one by one; the newest tell enough. */
const mostOpened = 5_000;

/** How sure models said they were, beside what people decided: for each prompt, its version and the model that answered. */
export function createCalibrate({ reads, readableProcesses, judgeChoice, minimumOf }: CalibrateParts) {
  return async (by: Person, { process, errorRate, ...filters }: CalibrationQuery): Promise<Calibration> => {
    const processes = readableProcesses(by, { process, what: 'how sure models were' });
    const wanted = { processes, ...filters };
    const rows = [...(await listJudgedAnswers(reads, wanted)), ...(await choicesOf(wanted))];
    const groups = Map.groupBy(rows, (row) => JSON.stringify([row.process, row.prompt, row.promptVersion, row.model]));
    const prompts = [...groups.keys()].toSorted().flatMap((key) => calibrated(groups.get(key) ?? [], errorRate));
    return { errorRate, prompts };
  };

  /** Where a person said what it is about, as the model had. */
  async function choicesOf(wanted: JudgedAnswersFilters): Promise<JudgedAnswerRow[]> {
    const rows = await listChosenAgain(reads, { ...wanted, most: mostOpened });
    const judged = await Promise.all(rows.map(async (row) => ({ row, isRight: await judgeChoice(row) })));
    return judged.flatMap(({ row, isRight }) => (isRight === undefined ? [] : [{ ...row, isRight }]));
  }

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
