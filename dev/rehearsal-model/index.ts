import express, { type ErrorRequestHandler, type Express } from 'express';
import { type HttpListener, listenHttp } from '#dev/http-listener.ts';
import { createPagePolicy } from '#dev/page/page-policy.ts';
import { refuseOtherHosts } from '#dev/refuse-other-hosts.ts';
import { createCallLog } from './call-log.ts';
import { ChatRequest } from './chat-request.ts';
import { createCompletion } from './completion.ts';
import { createEndpoint } from './endpoint.ts';
import { faultRoutes } from './faults/fault-routes.ts';
import { createFaultSwitch } from './faults/fault-switch.ts';
import { openAiError } from './open-ai-error.ts';
import { renderPage } from './page.ts';
import { createResponse } from './response.ts';
import { ResponsesRequest } from './responses-request.ts';
import { modelName } from './version.ts';

/** Starts an OpenAI-compatible server that answers from rules; port 0 takes any free one. */
export async function startRehearsalModel({ port, host }: { port: number; host?: string }): Promise<HttpListener> {
  return listenHttp(createApplication(), { name: 'rehearsal model', port, host });
}

function createApplication(): Express {
  const calls = createCallLog();
  const faults = createFaultSwitch();
  const application = express();
  application
    .disable('x-powered-by')
    .use(refuseOtherHosts)
    .use(express.json({ limit: '10mb' }));

  application.get('/', createPagePolicy({ forms: "'self'" }), (_request, response) => {
    response.type('html').send(renderPage({ calls: calls.list(), faults: faults.inForce() }));
  });
  application.get('/v1/models', (_request, response) => {
    response.json({
      object: 'list',
      data: [{ id: modelName, object: 'model', created: 0, owned_by: 'rehearsal-rules' }],
    });
  });
  const parts = { calls, faults };
  application.post('/v1/chat/completions', createEndpoint(parts, { asked: ChatRequest, answered: createCompletion }));
  application.post('/v1/responses', createEndpoint(parts, { asked: ResponsesRequest, answered: createResponse }));
  application.get('/calls', (_request, response) => void response.json(calls.list()));
  application.delete('/calls', (_request, response) => {
    calls.clear();
    response.status(204).end();
  });
  application.use(faultRoutes(faults));
  application.use((_request, response) => {
    response.status(404).json(openAiError({ message: 'There is nothing at this address.' }));
  });
  application.use(reportProblem);
  return application;
}

const reportProblem: ErrorRequestHandler = (problem, _request, response, _next) => {
  const { status = 500, message } = problem as { status?: number; message: string };
  response.status(status).json(openAiError({ message, ...(status >= 500 && { type: 'server_error' }) }));
};
