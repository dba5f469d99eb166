import type { HasToWait, Paused } from '#contracts/guard.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { hasToWait } from '#governance/guard/has-to-wait.ts';
import type { PauseStep } from '#governance/switches/pause-step.ts';

type StepActivity<Input, Result> = (input: Input) => Promise<Result>;

/** An activity whose step may have to wait: it then says that its run does. */
export type Pausable<Activity> =
  Activity extends StepActivity<infer Input, infer Result>
    ? StepActivity<Input, Exclude<Result, HasToWait> | Paused>
    : never;

/** Notes that a step waits for what stopped it; where a switch was lifted meanwhile, the step is done at once. */
export function createPausable({ pauseStep }: { pauseStep: PauseStep }) {
  return <Input extends { step: StepCall }, Result>(activity: StepActivity<Input, Result>) =>
    async (input: Input): Promise<Exclude<Result, HasToWait> | Paused> => {
      for (;;) {
        const result = await activity(input);
        if (!hasToWait(result)) return result as Exclude<Result, HasToWait>;
        const paused = await pauseStep(input.step, result);
        if (paused) return paused;
      }
    };
}
