/** The migrated database that each test file's own is copied from. */
export const templateDatabase = 'baton_template';

/** The password of the role that Baton works as, in tests. */
export const applicationPassword = 'test-application';

/** Where the shared servers are, as told to each test file. */
export interface Ground {
  temporalAddress: string;
  temporalUiPort: number;
  temporalExecutable: string;
  /** The owner's address of the server's template database. */
  postgresUrl: string;
  bundlePath: string;
  folder: string;
}
