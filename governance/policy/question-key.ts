import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { PolicyQuestion } from '#contracts/policy.ts';
import type { FirmTime } from './policy-world.ts';
import type { PolicyTexts } from './read-policies.ts';

/**
 * By what a verdict is remembered; nothing where each question is judged anew. Processes ask the same few questions in
 * every run, and whoever opens a list asks of each run on it. A policy can tell two runs of one process and one starter
 * apart only by naming one of them: where none does, their verdict is the same.
 */
export function createQuestionKey({
  policies,
}: PolicyTexts): (question: PolicyQuestion, time: FirmTime) => string | undefined {
  const isRunNamed = Object.values(policies).some(namesRun);
  return (question, time) => {
    if (question.principal.kind === 'process') return JSON.stringify([question, time]);
    switch (question.action) {
      case 'readRun':
      case 'readPersonalData':
      case 'operateRun': {
        const { run, ...likes } = question.resource;
        return JSON.stringify({ ...question, resource: isRunNamed ? question.resource : likes });
      }
      default:
        return undefined;
    }
  };
}

/** As Cedar reads it: between the words of a name may stand whatever is no word. One that cannot be read may name any. */
function namesRun(text: string): boolean {
  const parsed = policyToJson(text);
  return parsed.type === 'failure' || hasRun(parsed.json);
}

function hasRun(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return ('type' in part && part.type === 'Run') || Object.values(part).some(hasRun);
}
