import { join } from 'node:path';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { childSettings } from './child-settings.ts';
import { faultsOf } from './faults.ts';
import type { Stack } from './open-stack.ts';
import { spawnProgram } from './spawn-program.ts';
import { spawnQuickWorker } from './spawn-worker.ts';
import { tracesOf } from './traces.ts';

export interface LeakSearch {
  /** Where the API is reached. */
  url: string;
  /** The places outside of what is sealed that hold one of these words, each with the word. */
  leaksOf(runId: string, secrets: readonly string[]): Promise<string[]>;
}

/** Runs the API and a worker as programs of their own, from this tree or a copy of it, and looks where personal data may have got to. */
export async function openLeakSearch(stack: Stack, { root = repositoryRoot } = {}): Promise<LeakSearch> {
  const [port, smtpPort, metricsPort] = [await findFreePort(), await findFreePort(), await findFreePort()];
  const everything = { LOG_LEVEL: 'debug' };
  const api = await spawnProgram(stack, {
    script: join(root, 'api/main.ts'),
    settings: childSettings(stack, { ...everything, BATON_PORT: String(port), SMTP_PORT: String(smtpPort) }),
  });
  const worker = await spawnQuickWorker(stack, {
    root,
    settings: { ...everything, METRICS_PORT: String(metricsPort) },
  });
  const url = `http://127.0.0.1:${port}`;
  const placesOf = async (runId: string, secrets: readonly string[]): Promise<Record<string, string>> => {
    const run = stack.temporal.workflow.getHandle(runId);
    const errors = await provokeErrors(url, secrets);
    return {
      'the model': readable(await faultsOf(stack).calls()),
      'the history in Temporal': readable(await run.fetchHistory()),
      'what Temporal lists': readable((await run.describe()).raw),
      ...errors,
      'the log': api.said() + worker.said(),
      'metrics of the API': await textAt(`${url}/metrics`),
      'metrics of the worker': await textAt(`http://127.0.0.1:${metricsPort}/metrics`),
      'the ledger': readable(await tracesOf(stack).ledger(runId)),
    };
  };
  return {
    url,
    leaksOf: async (runId, secrets) => {
      const places = Object.entries(await placesOf(runId, secrets));
      return places.flatMap(([place, text]) =>
        secrets.filter((secret) => isIn(text, secret)).map((secret) => `${secret} in ${place}`),
      );
    },
  };
}

/** Asks for what is refused, with the words in every part of a request: as a program, and as a person at a browser. */
async function provokeErrors(url: string, secrets: readonly string[]): Promise<Record<string, string>> {
  const words = secrets.join(' ');
  const input = { from: 'nobody', text: words, unknown: words };
  const query = new URLSearchParams({ q: words, limit: words });
  const refused = {
    body: JSON.stringify({ input }),
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  };
  return {
    'an error': await textAt(`${url}/api/processes/triage-enquiry/runs`, refused),
    'an error page': await textAt(`${url}/api/runs?${query}`, { headers: { accept: 'text/html' } }),
  };
}

async function textAt(url: string, { headers, ...request }: RequestInit = {}): Promise<string> {
  const response = await fetch(url, { ...request, headers: { authorization: 'Bearer dev-oz', ...headers } });
  return response.text();
}

/** In whatever letters, and also as it stands in an address. */
function isIn(text: string, secret: string): boolean {
  const found = text.toLowerCase();
  const forms = [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString().slice('secret='.length),
  ];
  return forms.some((form) => found.includes(form.toLowerCase()));
}

/** All texts in something, each on a line: names of fields too, and bytes as the text they may hold. */
function readable(value: unknown): string {
  return [...textsIn(value)].join('\n');
}

function* textsIn(value: unknown): Generator<string> {
  if (ArrayBuffer.isView(value)) yield Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString();
  else if (typeof value !== 'object' || value === null) yield String(value);
  else for (const [name, inside] of Object.entries(value)) yield* [name, ...textsIn(inside)];
}
