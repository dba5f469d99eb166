import { concealed } from './concealed.ts';

/** Values that open something. Readable by name; none of them prints. */
export interface Secrets {
  /** The owner of the tables, where it is not the role the program runs as. */
  databaseOwnerUrl: string | undefined;
  smtpPassword: string | undefined;
  /** What the command line signs in with. */
  token: string | undefined;
}

const names = ['databaseOwnerUrl', 'smtpPassword', 'token'] as const satisfies (keyof Secrets)[];

export function conceal(secrets: Secrets): Readonly<Secrets> {
  return concealed(secrets, names);
}
