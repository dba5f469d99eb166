import { ConfigError } from './config-error.ts';
import { loadEnvironment } from './load-environment.ts';
import { type Config, readConfig } from './read-config.ts';

/** What a program starts with: the config, or one clear message and exit 2. */
export function loadConfig(): Config {
  return orExit(() => readConfig(loadEnvironment()));
}

/** Runs the work; wrong settings end the program with their message and exit 2. */
export function orExit<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`The settings are wrong.\n${error.message}\n`);
    process.exit(2);
  }
}
