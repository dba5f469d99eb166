import type { Paused, SwitchedOff } from '#contracts/guard.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { isSwitchedOff } from '#governance/guard/switched-off.ts';
import type { PauseStep } from '#governance/switches/pause-step.ts';

type StepActivity<Input, Result> = (input: Input) => Promise<Result>;

/** An activity whose step may be switched off: it then says that its run waits. */
export type Pausable<Activity> =
  Activity extends StepActivity<infer Input, infer Result>
    ? StepActivity<Input, Exclude<Result, SwitchedOff> | Paused>
    : never;

/** Notes that a step waits for the switches that stopped it; where one was lifted meanwhile, the step is done at once. */
export function createPausable({ pauseStep }: { pauseStep: PauseStep }) {
  return <Input extends { step: StepCall }, Result>(activity: StepActivity<Input, Result>) =>
    async (input: Input): Promise<Exclude<Result, SwitchedOff> | Paused> => {
      for (;;) {
        const result = await activity(input);
        if (!isSwitchedOff(result)) return result as Exclude<Result, SwitchedOff>;
        const paused = await pauseStep(input.step, result);
        if (paused) return paused;
      }
    };
}
