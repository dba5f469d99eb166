import type { ApprovalRow } from '#store/approvals.ts';
import type { Ground } from './ground.ts';
import type { SceneName } from './scenes.ts';
import type { Path, Scene, Verdict, Word } from './word.ts';

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
  | { kind: 'decided'; withinMs?: number }
  /** What stood there was void: people are asked again, and what they say is acted on once. */
  | { kind: 'asked-anew'; approvedBy?: readonly string[] }
  /** The run is over without a decision, and nothing left. */
  | { kind: 'over'; outcome: string };
