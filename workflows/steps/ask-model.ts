import { ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { Answer, AnswerName } from '#contracts/answers/index.ts';
import type { Interaction } from '#contracts/interaction.ts';
import type { ModelResult } from '#contracts/model-result.ts';
import type { PromptInput, PromptInputName } from '#contracts/prompts/index.ts';
import type { PinnedModel, PinnedPrompt } from '#contracts/snapshot.ts';
import type { ProcessRun } from './process-run.ts';
import { throughPauses } from './through-pauses.ts';

export interface Question<Input extends PromptInputName> {
  /** The step's name, such as `classify`. */
  step: string;
  item?: string;
  prompt: string;
  /** What of this the prompt does not state as needed goes no further. */
  variables: PromptInput<Input>;
  /** Where the person it is about lives, where their record says so. */
  country?: string | undefined;
  /** Whom the run is about. */
  customer: Interaction['customer'];
}

/** Asks a model by a prompt pinned for this run. Every way it can come out is a value. */
export async function askModel<Name extends AnswerName, Input extends PromptInputName>(
  run: ProcessRun,
  question: Question<Input>,
): Promise<ModelResult<Answer<Name>>> {
  const { durations, limits } = run.snapshot;
  const prompt = pinnedPrompt(run, question.prompt);
  const models = prompt.candidates.map((name) => pinnedModel(run, name));
  const activities = proxyActivities<Activities>({
    // Each candidate may take its full time three times: to answer, once more after it was waited for, and to mend that.
    startToCloseTimeout: (durations.modelCall * 3 + (prompt.waitAtMost ?? 0)) * models.length + durations.record,
    heartbeatTimeout: durations.heartbeat,
    retry: { initialInterval: durations.retryFirst, maximumInterval: durations.retryLongest },
    summary: `Ask a model: ${prompt.name} v${prompt.version}`,
  });
  const input = {
    step: run.step(question.step, question.item),
    prompt,
    models,
    variables: question.variables,
    customer: question.customer,
    orderNumberPattern: limits.orderNumberPattern,
    ...(question.country === undefined ? {} : { country: question.country }),
    timeoutMs: durations.modelCall,
    attempts: limits.modelAttempts,
    heartbeatMs: durations.heartbeat,
  };
  const result = await throughPauses(run, () => activities.askModel(input));
  return result as ModelResult<Answer<Name>>;
}

function pinnedPrompt(run: ProcessRun, name: string): PinnedPrompt {
  const prompt = run.snapshot.prompts[name];
  if (!prompt) throw ApplicationFailure.nonRetryable(`The prompt ${name} is not pinned for this run`, 'not-registered');
  return prompt;
}

function pinnedModel(run: ProcessRun, name: string): PinnedModel {
  const model = run.snapshot.models[name];
  if (!model) throw ApplicationFailure.nonRetryable(`The model ${name} is not pinned for this run`, 'not-registered');
  return model;
}
