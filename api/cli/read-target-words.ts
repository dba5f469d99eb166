import { type SwitchTarget, WrittenTarget } from '#contracts/switch.ts';
import { CliFailure, wrongUse } from './cli-failure.ts';

/** What somebody wrote behind a verb: `everything`, or a kind and a name. */
export function readTargetWords(kind: string, name: string | undefined): SwitchTarget {
  const parsed = WrittenTarget.safeParse(name === undefined ? kind : `${kind}:${name}`);
  if (parsed.success) return parsed.data;
  throw new CliFailure(`Write what it is, such as model rehearsal-1: it ${parsed.error.issues[0]?.message}`, {
    exit: wrongUse,
  });
}
