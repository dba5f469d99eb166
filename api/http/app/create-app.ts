import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Mailbox } from '#api/use-cases/mailbox/mailbox.ts';
import { consolePlaces, mailboxPlaces } from '#contracts/console-places.ts';
import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { Log } from '#platform/log/index.ts';
import type { Credentials } from '../auth/credentials.ts';
import { createIdentify } from '../auth/identify.ts';
import { localOnly } from '../auth/local-only.ts';
import { createSessions } from '../auth/session.ts';
import { docsPage } from '../docs/docs-page.ts';
import { approvePages } from '../pages/approve.ts';
import { consolePages } from '../pages/console.ts';
import { signInPages } from '../pages/sign-in.ts';
import { errorHandler } from '../problems/error-handler.ts';
import { type BodyLimits, bodyLimits } from '../request/read-body.ts';
import { createRoutes } from '../routes/index.ts';
import type { MeParts } from '../routes/show-me.ts';
import { createMetrics } from './metrics.ts';
import { mountRoutes, refusalsBefore } from './mount-routes.ts';
import { type TemporalUiParts, temporalUi } from './temporal-ui.ts';
import type { UseCases } from './use-cases.ts';

export interface AppParts {
  useCases: UseCases;
  /** There where the local stack has one. */
  mailbox?: Mailbox;
  credentials: Credentials;
  sessionKey: Uint8Array;
  /** Those who may sign in, with the rights they have now. */
  people(): readonly Person[];
  publicUrl: string;
  temporalUi: Omit<TemporalUiParts, 'identify'>;
  linksFor: MeParts['linksFor'];
  log: Log;
  limits?: BodyLimits;
}

/** The HTTP door whole: pages, routes, the Temporal UI behind us, and one answer to everything that fails. */
export function createApp(parts: AppParts): Express {
  const { useCases, credentials, publicUrl } = parts;
  const sessions = createSessions({
    key: parts.sessionKey,
    audience: credentials.kind,
    secure: publicUrl.startsWith('https:'),
  });
  const findPerson = (id: string) => parts.people().find((person) => person.id === id);
  const identify = createIdentify({ credentials, sessions, findPerson, publicUrl });
  const metrics = createMetrics(useCases);
  const metricsAccess = credentials.kind === 'dev' ? 'public' : 'person';
  const routes = createRoutes({ useCases, mailbox: parts.mailbox, linksFor: parts.linksFor, metrics, metricsAccess });

  const app = express();
  app.disable('x-powered-by').set('etag', false).set('query parser', false).set('case sensitive routing', true);
  // A link is its own proof, and its pages hide the origin of their forms: no sample account counts there.
  app.use('/approve', securityHeaders, approvePages(useCases, parts.log));
  if (credentials.kind === 'dev') app.use(localOnly);
  for (const { path, handler } of refusalsBefore(routes)) app.use(path, handler);
  app.use(temporalUi({ ...parts.temporalUi, identify }));
  app.use(securityHeaders);
  app.use(mountRoutes(routes, { identify, limits: parts.limits ?? bodyLimits, metrics }));
  app.use(docsPage());
  app.use(
    signInPages({ credentials, sessions, people: parts.people, publicUrl, signedOut: useCases.eventStreams.endOf }),
  );
  app.use(consolePages({ places: [...consolePlaces, ...(parts.mailbox ? mailboxPlaces : [])] }));
  app.use(nothingHere);
  app.use(errorHandler(parts.log));
  return app;
}

/** Answers are data: no browser may run, frame or load anything because of them. Pages set a policy of their own. */
const securityHeaders = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  strictTransportSecurity: false,
  // Without a referrer browsers also hide the origin of a form, by which we know our own.
  referrerPolicy: { policy: 'same-origin' },
});

const nothingHere: RequestHandler = (request) => {
  throw new AppError(
    'not-found',
    `There is nothing at ${request.path.slice(0, 200)}: GET /api/openapi.json tells what there is`,
  );
};
