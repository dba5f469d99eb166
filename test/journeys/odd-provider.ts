import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider that answers whatever it is told to. */
export async function startOddProvider() {
  let said: OddAnswer = { body: '{}' };
  let calls = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      calls += 1;
      send(response, said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    answer: (next: OddAnswer) => {
      said = next;
      calls = 0;
    },
    /** Since it was told what to answer. */
    calls: () => calls,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export interface OddAnswer {
  body: string;
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

function send(response: ServerResponse, { body, status = 200, headers = {} }: OddAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

/** An answer of Chat Completions, with what is odd about it. */
export function completionOf(
  content: unknown,
  odd: { message?: object; model?: string; usage?: unknown } = {},
): string {
  const { message, model = 'rehearsal-1', usage = { prompt_tokens: 100, completion_tokens: 20 } } = odd;
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const choice = { index: 0, finish_reason: 'stop', message: message ?? { role: 'assistant', content: text } };
  return JSON.stringify({ id: 'c', object: 'chat.completion', model, choices: [choice], usage });
}
