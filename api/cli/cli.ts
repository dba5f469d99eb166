import type { Command } from 'commander';
import type { Config } from '#platform/config/index.ts';
import { CliFailure, wrongUse } from './cli-failure.ts';
import { type Client, createClient } from './client.ts';
import type { Terminal } from './terminal.ts';

export interface Cli {
  program: Command;
  terminal: Terminal;
  config: Config;
  /** Whether a program reads the output. */
  isForPrograms(): boolean;
  url(): string;
  /** Who was named to act as, or the token from the settings; nothing where neither is there. */
  token(): string | undefined;
  /** The API, as whoever signs in. */
  client(): Client;
}

interface GlobalOptions {
  as?: string;
  url?: string;
  json?: boolean;
}

export function createCli(program: Command, { terminal, config }: Pick<Cli, 'terminal' | 'config'>): Cli {
  const options = () => program.opts<GlobalOptions>();
  const url = () => (options().url ?? config.publicUrl).replace(/\/+$/, '');
  const token = (): string | undefined => {
    const { as } = options();
    if (as !== undefined && !/^[a-z0-9-]+$/.test(as))
      throw new CliFailure(`--as takes a name such as sam, not ${as}`, { exit: wrongUse });
    return as === undefined ? config.secrets.token : `dev-${as}`;
  };
  return {
    program,
    terminal,
    config,
    isForPrograms: () => options().json === true,
    url,
    token,
    client: () => {
      const known = token();
      if (known !== undefined) return createClient({ url: url(), token: known, account: options().as });
      throw new CliFailure('Say who acts: --as NAME on a local stack, or an API key in BATON_TOKEN', {
        exit: wrongUse,
      });
    },
  };
}
