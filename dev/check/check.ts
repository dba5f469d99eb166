/** One gate of `npm run check`. */
export interface Check {
  name: string;
  /** What to do when it fails. */
  remedy: string;
  /** Looks at the tree under `root` and answers what is wrong; nothing means passed. */
  run(root: string): Promise<readonly string[]>;
  /** What will fail before long, though it passes today. */
  warn?(root: string): Promise<readonly string[]>;
}
