const prefix = 'baton-draft-';

/** What somebody typed under a name, in this tab; nothing where that is not to be read. */
export function readDraft(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + name) ?? '{}');
  } catch {
    return {};
  }
}

export function keepDraft(name: string, draft: unknown): void {
  sessionStorage.setItem(prefix + name, JSON.stringify(draft));
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(prefix + name);
}

/** Whoever signs in next in this tab may be somebody else. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
