import { join } from 'node:path';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { childSettings, type Settings } from './child-settings.ts';
import type { Stack } from './open-stack.ts';
import { type Program, spawnProgram } from './spawn-program.ts';

export interface ApiProgram extends Program {
  url: string;
  /** The address it was given, to be started again at. */
  settings: Settings;
}

/** The API as a process of its own, as `npm start` and a server run it, from this tree or from a copy of it. */
export async function spawnApi(stack: Stack, more: Settings = {}, root = repositoryRoot): Promise<ApiProgram> {
  const ports = { BATON_PORT: String(await findFreePort()), SMTP_PORT: String(await findFreePort()) };
  const settings = childSettings(stack, { ...ports, ...more });
  const program = await spawnProgram(stack, { script: join(root, 'api/main.ts'), settings });
  return { ...program, url: `http://127.0.0.1:${settings.BATON_PORT}`, settings };
}
