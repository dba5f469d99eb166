import type { AssetReference } from '#contracts/asset.ts';
import type { CalledModel } from '#contracts/policy.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import { promptVersionName, type SwitchTarget } from '#contracts/switch.ts';
import type { Spending } from '#governance/budgets/spending.ts';
import type { GuardedEffect } from '#governance/guard/index.ts';
import type { CandidateCall } from './candidate-call.ts';
import type { ConcealedForm, Form } from './form.ts';

/** A prompt as it leaves for one model: as it is, or without personal data where policy wants that. */
export type Leaving = { kind: 'plain'; form: Form } | ConcealedForm;

/** A call of a model as the guard is asked about it. */
export function effectOf(
  call: CandidateCall,
  { id, leaving, spending }: { id: string; leaving: Leaving; spending?: Spending },
): GuardedEffect {
  const { step, model, prompt, plain, passedOver } = call;
  const { process } = step.run;
  const { digest } = leaving.kind === 'doubtful' ? plain : leaving.form;
  return {
    step,
    effect: 'callModel',
    asset: model.name,
    digest,
    call: id,
    passedOver,
    reaches: reachesOf({ process, prompt, model }),
    ...redactionOf(leaving),
    ...(spending ? { spending } : {}),
    ...questionOf({ ...call, process }, { redacted: leaving.kind !== 'plain' }),
  };
}

/** A prompt of a process, as a model is asked it. */
export interface CalledPrompt {
  process: string;
  prompt: { name: string; version: number };
  model: PinnedModel;
}

/** What a call touches besides its process and its model. */
export function reachesOf({ process, prompt, model }: CalledPrompt): readonly SwitchTarget[] {
  return [
    { kind: 'provider', name: model.provider },
    { kind: 'prompt-version', name: promptVersionName(process, prompt) },
  ];
}

/** What of the registry a call uses besides its model. */
export function usesOf({ process, prompt }: Pick<Asked, 'process' | 'prompt'>): readonly AssetReference[] {
  return [
    { kind: 'process', name: process },
    { kind: 'prompt', name: `${process}/${prompt.name}` },
  ];
}

interface Asked extends Pick<CandidateCall, 'model' | 'facts'> {
  process: string;
  prompt: Pick<CandidateCall['prompt'], 'name'>;
}

/** What policy is asked about a call, with what the call uses. */
export function questionOf(
  { process, prompt, model, facts }: Asked,
  { redacted }: { redacted: boolean },
): Required<Pick<GuardedEffect, 'question' | 'uses'>> {
  return {
    uses: usesOf({ process, prompt }),
    question: {
      action: 'callModel',
      principal: { kind: 'process', process },
      resource: calledModel(model),
      context: { ...facts, prompt: prompt.name, redacted },
    },
  };
}

function redactionOf(leaving: Leaving): Pick<GuardedEffect, 'redaction'> {
  switch (leaving.kind) {
    case 'plain':
      return {};
    case 'concealed':
      return { redaction: { kind: 'concealed', placeholders: leaving.table.placeholders.length } };
    case 'doubtful':
      return { redaction: leaving };
  }
}

/** A model as a run is pinned to it, in the words of the guard. */
export function calledModel({ name, provider, model: version, rehearsal }: PinnedModel): CalledModel {
  return { model: name, provider, version, rehearsal };
}
