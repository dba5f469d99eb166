import type { DecisionChoice } from '#contracts/approval.ts';
import type { ErrorCode } from '#contracts/errors.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Ground } from './ground.ts';
import type { SceneName } from './scenes.ts';

/** Ways to a decision: three doors that take one, all of them at once, and two places behind the doors. */
export type Path = 'api' | 'cli' | 'link' | 'all doors' | 'temporal' | 'database';

/** The paths by which people give their word. */
export const doors = ['api', 'cli', 'link'] as const;
export type DoorName = (typeof doors)[number];

/** What somebody says of a task; of what they saw where nothing else is said. */
export interface Word {
  as: string;
  decision: DecisionChoice;
  /** With edit: the new subject. */
  subject?: string;
  digest?: string;
}

/** What somebody heard: their word was taken, or why not. */
export type Verdict = ErrorCode | 'taken';

/** A task that waits for a person, in a run that somebody started. */
export interface Scene {
  /** The run that was started; the task may be in its child. */
  runId: string;
  task: ApprovalRow;
}

export interface Attempt extends Scene {
  ground: Ground;
  path: Path;
  /** Gives a word by the path of this attempt. */
  say(word: Word, task?: ApprovalRow): Promise<Verdict>;
}

/** A line of the ledger, which may say by which door a word came. */
export type Line = string | ((path: Path) => string | undefined);

/** One attack or race: what is tried in which situation, by which paths, and what must come of it. */
export interface Attack {
  name: string;
  paths: readonly Path[];
  /** One task that waits for any approver, unless said otherwise. */
  scene?: SceneName;
  play(attempt: Attempt): Promise<readonly Verdict[]>;
  /** Each answer, in whatever order. */
  hears: readonly Verdict[] | ((path: Path) => readonly Verdict[]);
  /** What the ledger says of it, each line once, in whatever order; in a race it depends on who won. */
  ledger: readonly Line[] | ((heard: readonly Verdict[]) => readonly Line[]);
  end: End;
}

export type End =
  /** The task waits as before, nothing else has changed, and an honest decision is acted on once. */
  | { kind: 'undecided'; approvedBy?: readonly string[] }
  /** Others have agreed, and once this person does too it is acted on once. */
  | { kind: 'joined'; by: string }
  /** A decision stands and is acted on once, or not at all where it is a refusal. */
  | { kind: 'decided' }
  /** What stood there was void: people are asked again, and what they say is acted on once. */
  | { kind: 'asked-anew'; approvedBy?: readonly string[] }
  /** The run is over without a decision, and nothing left. */
  | { kind: 'over'; outcome: string };
