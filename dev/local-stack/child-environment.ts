import type { Config } from '#platform/config/index.ts';

/** A child reads `.env` as well: a name that it must not have is given empty, which counts as not set. */
function without(environment: NodeJS.ProcessEnv, names: readonly string[]): NodeJS.ProcessEnv {
  return { ...environment, ...Object.fromEntries(names.map((name) => [name, ''])) };
}

/** Settings of the API and the worker: what the person set, and where this stack's parts are. Not the owner's address. */
export function programEnvironment(
  environment: NodeJS.ProcessEnv,
  config: Config,
  { databaseUrl }: { databaseUrl: string },
): NodeJS.ProcessEnv {
  const { address, uiUrl } = config.temporal;
  return {
    ...without(environment, ['DATABASE_OWNER_URL']),
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: address,
    REHEARSAL_BASE_URL: environment.REHEARSAL_BASE_URL || `http://127.0.0.1:${config.ports.model}/v1`,
    ...(uiUrl && { TEMPORAL_UI_URL: uiUrl }),
    ...(config.auth.kind === 'dev' && { MAILBOX_URL: `http://127.0.0.1:${config.ports.mailbox}` }),
  };
}

/** The stand-ins for the world need no secret. */
export function worldEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const keys = Object.keys(environment).filter((name) => name.endsWith('_API_KEY'));
  return without(environment, ['DATABASE_URL', 'DATABASE_OWNER_URL', 'MAIL_SMTP_URL', 'BATON_TOKEN', ...keys]);
}
