import type { Typed } from './typed-values.ts';

const prefix = 'baton-draft-';

/** What somebody typed into the form of a process, in this tab. */
export function readDraft(process: string): Typed {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + process) ?? '{}') as Typed;
  } catch {
    return {};
  }
}

export function keepDraft(process: string, draft: Typed): void {
  sessionStorage.setItem(prefix + process, JSON.stringify(draft));
}

export function dropDraft(process: string): void {
  sessionStorage.removeItem(prefix + process);
}

/** Whoever signs in next in this tab may be somebody else. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
