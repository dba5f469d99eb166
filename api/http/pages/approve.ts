import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Router } from 'express';
import { AppError } from '#contracts/errors.ts';
import type { LinkForm } from '#contracts/http/approval-link.ts';
import type { Log } from '#platform/log/index.ts';
import { sendFile } from '../app/send-file.ts';
import type { UseCases } from '../app/use-cases.ts';
import { createExplain } from '../problems/explain.ts';
import { setProblemHeaders } from '../problems/send-problem.ts';
import { checkMediaType } from '../request/media-type.ts';
import { readBody } from '../request/read-body.ts';
import { readQuery } from '../request/read-query.ts';
import { linkProblemPage, outcomePage } from './approval-outcome.ts';
import { approvalPage } from './approval-page.ts';
import { createLimitUnknownLinks } from './limit-unknown-links.ts';
import { sendPage } from './page.ts';

type LinkUseCases = Pick<UseCases, 'showByLink' | 'showAttachmentByLink' | 'decideByLink'>;

const formLimits = { bytes: 64 * 1024, withinMs: 10_000 };

/**
 * `/approve/{token}`: a task for whoever holds a link of an e-mail. Looking changes nothing, since mail scanners look
 * too; deciding takes the code that stands beside the link, and a page that was looked at. No cookie counts here.
 */
export function approvePages({ showByLink, showAttachmentByLink, decideByLink }: LinkUseCases, log: Log): Router {
  const show: RequestHandler = async (request, response) => {
    const { attachment: number } = readQuery(request.originalUrl);
    if (number !== undefined) {
      const { attachment, content } = await showAttachmentByLink(tokenIn(request), Number(number));
      return sendFile(response, { name: attachment.name, content });
    }
    const { by, ...shown } = await showByLink(tokenIn(request));
    sendPage(response, { title: 'A task waits for you', body: approvalPage({ ...shown, person: by.name }) });
  };

  const decide: RequestHandler = async (request, response) => {
    const task = await decideByLink(tokenIn(request), () => readForm(request));
    sendPage(response, { title: 'Your decision is recorded', body: outcomePage(task) });
  };

  const router = express.Router().use(untold).get('/:token', show).post('/:token', decide);
  return router.all('/:token', refuseMethod).use(nothingHere).use(createRefusalPage(log));
}

/** The address holds the token: no other page may learn it. */
const untold: RequestHandler = (_request, response, next) => {
  response.set({ 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex', 'Cache-Control': 'no-store' });
  next();
};

const refuseMethod: RequestHandler = (request, response) => {
  response.set('Allow', 'GET, HEAD, POST');
  throw new AppError('method-not-allowed', `${request.method} is not taken here: open the link in a browser`);
};

const nothingHere: RequestHandler = () => {
  throw new AppError('not-found', 'Open the link from the e-mail, whole as it stands there');
};

/** Whatever is refused or fails, a person on a phone reads it as a page. */
function createRefusalPage(log: Log): ErrorRequestHandler {
  const explain = createExplain(log);
  const limited = createLimitUnknownLinks();
  return async (error: unknown, request, response, _next) => {
    const problem = explain(await limited(error, request.socket.remoteAddress ?? ''), request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    setProblemHeaders(response, problem);
    sendPage(response, { title: problem.title, body: linkProblemPage(problem), status: problem.status });
  };
}

function tokenIn({ params }: Request): string {
  return String(params.token);
}

async function readForm(request: Request): Promise<LinkForm> {
  checkMediaType(request, 'application/x-www-form-urlencoded');
  const form = new URLSearchParams((await readBody(request, formLimits)).toString('utf8'));
  const fields = Object.fromEntries(form);
  if (Object.keys(fields).length === form.size) return fields;
  throw new AppError('request-invalid', 'A field stands in the form twice');
}
