import { z } from 'zod';
import { choices } from '#contracts/answers/index.ts';
import { fieldsPlace, resultPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { ChosenAgainRow } from '#store/judged-answers.ts';

const Given = z.object({ answer: z.record(z.string(), z.unknown()) });
const Filled = z.record(z.string(), z.unknown());

const chosen = new Set(Object.values(choices).flat());

/**
 * Whether a person chose what the model had chosen, where they filled in a field of the same name; nothing where they did
 * not, or where either is erased.
 */
export function createJudgeChoice({ seals }: { seals: Pick<Seals, 'open'> }) {
  return async ({ key, resultSealed, approvalId, fieldsSealed }: ChosenAgainRow): Promise<boolean | undefined> => {
    const [result, fields] = await Promise.all([
      seals.open(resultSealed, resultPlace(key)),
      seals.open(fieldsSealed, fieldsPlace(approvalId)),
    ]);
    if (result.kind !== 'content' || fields.kind !== 'content') return undefined;
    const { answer } = Given.catch({ answer: {} }).parse(result.value);
    const filled = Filled.catch({}).parse(fields.value);
    const both = Object.keys(filled).filter((name) => chosen.has(name) && name in answer);
    return both.length === 0 ? undefined : both.every((name) => filled[name] === answer[name]);
  };
}
