import type { Request, RequestHandler } from 'express';
import { AppError } from '#contracts/errors.ts';

const localNames = ['localhost', '127.0.0.1', '[::1]'];

/** While sample accounts need no password, no page of another site may reach them, by whatever name it was given. */
export const localOnly: RequestHandler = (request, _response, next) => {
  next(refusalOf(request));
};

function refusalOf(request: Request): AppError | undefined {
  const { host, origin } = request.headers;
  const port = request.socket.localPort;
  if (host === undefined) return new AppError('request-invalid', 'The request names no Host');
  if (!isLocal(host.toLowerCase(), port)) {
    return new AppError(
      'origin-refused',
      `This server answers to localhost:${port} alone while sample accounts are in use`,
      {
        places: [{ pointer: 'header Host', detail: `must be localhost:${port}, 127.0.0.1:${port} or [::1]:${port}` }],
      },
    );
  }
  if (origin === undefined || isLocalOrigin(origin.toLowerCase(), port)) return undefined;
  return new AppError('origin-refused', 'Pages of other origins may not ask while sample accounts are in use', {
    places: [{ pointer: 'header Origin', detail: `must be http://localhost:${port}, or not be sent` }],
  });
}

function isLocal(host: string, port: number | undefined): boolean {
  return localNames.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

function isLocalOrigin(origin: string, port: number | undefined): boolean {
  return origin.startsWith('http://') && isLocal(origin.slice('http://'.length), port);
}
