import express, { type ErrorRequestHandler, type Express } from 'express';
import { z } from 'zod';
import { createPagePolicy } from '#dev/page/page-policy.ts';
import { refuseOtherHosts } from '#dev/refuse-other-hosts.ts';
import { Fault } from './fault.ts';
import type { MessageStore } from './message-store.ts';
import { renderPage } from './page.ts';

import type { SampleDesk } from './sample-desk.ts';
import { sampleRoutes } from './sample-routes.ts';
import type { SmtpListener } from './smtp-listener.ts';

interface ApplicationParts {
  store: MessageStore;
  smtp: SmtpListener;
  samples: SampleDesk | undefined;
}

/** The mailbox as a program and a person read it. */
export function createHttpApplication({ store, smtp, samples }: ApplicationParts): Express {
  const application = express();
  application
    .disable('x-powered-by')
    .set('query parser', 'simple')
    .use(refuseOtherHosts)
    .use(createPagePolicy({ forms: "'none'" }));

  application.get('/', (request, response) => {
    const shown = store.find(String(request.query.message))?.message;
    response.type('html').send(renderPage({ messages: store.list().map(({ message }) => message), shown }));
  });
  application.get('/messages', (_request, response) => {
    response.json(store.list().map(({ message }) => message));
  });
  application.get('/messages/:id/raw', (request, response) => {
    const stored = store.find(request.params.id);
    if (!stored) return void response.status(404).json({ error: `There is no message ${request.params.id}.` });
    response.attachment(`${stored.delivery.id}.eml`).type('message/rfc822').send(stored.delivery.raw);
  });
  application.delete('/messages', async (_request, response) => {
    await store.clear();
    response.status(204).end();
  });
  application.get('/fault', (_request, response) => void response.json(smtp.fault()));
  application.put('/fault', express.json(), async (request, response) => {
    const fault = Fault.safeParse(request.body);
    if (!fault.success) return void response.status(400).json({ error: z.prettifyError(fault.error) });
    await smtp.setFault(fault.data);
    response.json(smtp.fault());
  });
  if (samples) application.use(sampleRoutes(samples));
  application.use(reportProblem);
  return application;
}

const reportProblem: ErrorRequestHandler = (problem, _request, response, _next) => {
  const { status = 500, message } = problem as { status?: number; message: string };
  response.status(status).json({ error: message });
};
