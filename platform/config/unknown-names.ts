import type { ConfigProblem } from './config-error.ts';
import { nearest } from './nearest-name.ts';
import { providerVariable } from './provider-variables.ts';
import { variables } from './variables.ts';

const settings = Object.keys(variables);
const ownPrefix = 'BATON_';

/** What docker-compose.yml takes from the same `.env`. */
const composeNames = [
  'POSTGRES_PASSWORD',
  'DATABASE_OWNER_PASSWORD',
  'DATABASE_PASSWORD',
  'TEMPORAL_DATABASE_PASSWORD',
  'PUBLISH_ADDRESS',
  'PUBLISH_PORT',
];

/** Which providers there are is the registry's to say, which is not read yet: these stand for what their names look like. */
const providerExamples = ['OPENAI_API_KEY', 'OPENAI_BASE_URL'];

/** What Node, Go and the like read; the local stack hands it on to the programs it starts. */
const handedOnNames = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'GOPROXY', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'TZ'];

/** A misspelt BATON_ name would be ignored in silence, and with it what the person wanted. */
export function findUnknownNames(given: readonly string[]): ConfigProblem[] {
  const ours = settings.filter((name) => name.startsWith(ownPrefix));
  return given.filter((name) => name.startsWith(ownPrefix) && !ours.includes(name)).map((name) => unknown(name, ours));
}

/**
 * The file `.env` is written for Baton, so every name in it has to be one that somebody reads. Those of model providers are
 * held against the registry once it is read.
 */
export function findUnknownNamesInFile(given: readonly string[]): ConfigProblem[] {
  const known = [...settings, ...composeNames];
  return given
    .filter((name) => ![...known, ...handedOnNames].includes(name) && !providerVariable.test(name))
    .map((name) => unknown(name, [...known, ...providerExamples]));
}

function unknown(name: string, known: readonly string[]): ConfigProblem {
  return {
    name,
    problem: 'is not a setting of Baton',
    write: `${nearest(name, known) ?? name}=... or remove the line`,
  };
}
