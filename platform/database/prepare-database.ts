import { applicationUrl, ensureApplicationRole } from './application-role.ts';
import { migrate } from './migrate.ts';

export interface DatabasePreparation {
  ownerUrl: string;
  role: string;
  password: string;
}

/** Brings the tables up to date and gives the application role its rights; returns the application's address. */
export async function prepareDatabase({ ownerUrl, role, password }: DatabasePreparation): Promise<string> {
  await migrate({ url: ownerUrl });
  await ensureApplicationRole({ ownerUrl, role, password });
  return applicationUrl(ownerUrl, password, role);
}
