/** Whose a secret is, and what the secret is called. */
export interface Credential {
  person: string;
  name: string;
}

/** How callers prove who they are. */
export interface Credentials {
  kind: 'dev' | 'keys';
  check(token: string): Promise<Credential | undefined>;
  /** Whether a credential that was shown before still stands. */
  holds(credential: Credential): Promise<boolean>;
}
