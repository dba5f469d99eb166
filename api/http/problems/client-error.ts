import type { Socket } from 'node:net';
import { AppError, type ErrorCode } from '#contracts/errors.ts';
import { problemOf } from './problem-of.ts';

const headersTooLarge = 431;

/** Answers what is broken before it is a request at all: headers too large, too slow, or not HTTP. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { problem } = problemOf(asAppError(error.code));
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? headersTooLarge : problem.status;
  const body = JSON.stringify({ ...problem, status });
  const head = [
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Bad Request'}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const reasons: Readonly<Record<number, string>> = { 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };

function asAppError(code: string | undefined): AppError {
  const [errorCode, detail] = meanings[code ?? ''] ?? (['request-invalid', 'What came in is not HTTP'] as const);
  return new AppError(errorCode, detail);
}

const meanings: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  HPE_HEADER_OVERFLOW: ['request-invalid', 'Address and headers may hold 16 KB together: send less'],
  ERR_HTTP_REQUEST_TIMEOUT: ['request-timeout', 'The request did not come in in time: send it again'],
};
