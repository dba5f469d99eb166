import type { ConfigProblem } from './config-error.ts';
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

/** What Node, Go and the like read; the local stack hands it on to the programs it starts. */
const handedOnNames = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'GOPROXY', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'TZ'];

/** A misspelt BATON_ name would be ignored in silence, and with it what the person wanted. */
export function findUnknownNames(given: readonly string[]): ConfigProblem[] {
  const ours = settings.filter((name) => name.startsWith(ownPrefix));
  return given.filter((name) => name.startsWith(ownPrefix) && !ours.includes(name)).map((name) => unknown(name, ours));
}

/** The file `.env` is written for Baton, so every name in it has to be one that somebody reads. */
export function findUnknownNamesInFile(given: readonly string[]): ConfigProblem[] {
  const known = [...settings, ...composeNames];
  return given.filter((name) => ![...known, ...handedOnNames].includes(name)).map((name) => unknown(name, known));
}

function unknown(name: string, known: readonly string[]): ConfigProblem {
  return { name, problem: 'is not a setting of Baton', write: `${nearest(name, known)}=... or remove the line` };
}

function nearest(name: string, known: readonly string[]): string {
  const [best] = known.toSorted((a, b) => distance(name, a) - distance(name, b));
  return best ?? name;
}

/** How many single-letter edits lie between two names. */
function distance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
