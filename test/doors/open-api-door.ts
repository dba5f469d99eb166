import { inject } from 'vitest';
import { createApi } from '#api/compose.ts';
import { createLog } from '#platform/log/index.ts';
import { eventually } from '#test/stack/eventually.ts';
import type { Stack } from '#test/stack/open-stack.ts';

export interface Door {
  url: string;
  port: number;
  smtpPort: number;
  /** Asks as a sample account, or as nobody. */
  ask(path: string, init?: RequestInit & { as?: string }): Promise<Response>;
  /** Sends JSON as a sample account. */
  send(path: string, body: unknown, as: string, headers?: Record<string, string>): Promise<Response>;
}

export interface DoorOptions {
  /** What the log writes, line by line. */
  logged?: string[];
  limits?: { bytes: number; withinMs: number };
  /** Where mail comes in; the mailbox is shown then, as on the local stack. */
  intakePort?: number;
}

/** The API in this process, on free ports, with the stack's database and keys. It has written down what it goes by, so that who counts rows counts only what a request writes. */
export async function openDoor(stack: Stack, { logged = [], limits, intakePort = 0 }: DoorOptions = {}): Promise<Door> {
  const { db, lifecycle } = stack;
  const uiUrl = `http://127.0.0.1:${inject('ground').temporalUiPort}`;
  const mail = { ...stack.config.mail, ...(intakePort > 0 && { mailboxUrl: stack.mailboxUrl }) };
  const config = { ...stack.config, mail, temporal: { ...stack.config.temporal, uiUrl } };
  const log = createLog({ name: 'api', level: 'warn' }, { write: (line) => void logged.push(line) });
  const ports = { api: 0, smtp: intakePort };
  const { port, smtpPort } = await createApi({
    config,
    databaseUrl: db.url,
    log,
    lifecycle,
    ports,
    ...(limits ? { limits } : {}),
  });
  await eventually('the API has written down what it goes by', async () => {
    const { rowCount } = await db.query("select from registry_load where program = 'api'");
    return rowCount !== 0;
  });
  const url = `http://127.0.0.1:${port}`;
  const ask: Door['ask'] = (path, { as, ...init } = {}) => {
    const headers = { ...(as === undefined ? {} : { authorization: `Bearer dev-${as}` }), ...init.headers };
    return fetch(url + path, { redirect: 'manual', ...init, headers });
  };
  const send: Door['send'] = (path, body, as, headers = {}) =>
    ask(path, {
      as,
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  return { url, port, smtpPort, ask, send };
}
