import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { createProxyMiddleware, responseInterceptor } from 'http-proxy-middleware';
import { AppError } from '#contracts/errors.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { stripRequest, stripResponse } from './forwarded-headers.ts';
import { isReadRequest } from './reader-rights.ts';
import { refuseOtherSites } from './refuse-other-sites.ts';
import { sendUnavailablePage } from './unavailable-page.ts';

export type UiAdmission = { kind: 'operator' } | { kind: 'reader' } | { kind: 'refused'; error: AppError };

export interface TemporalUiProxyDeps {
  /** Where the Temporal UI server listens, started with `--ui-public-path /temporal`. */
  uiAddress: string;
  admit(request: Request): Promise<UiAdmission>;
  /** Names of Baton's own cookies, which the Temporal UI server never sees nor sets. */
  ownCookies: readonly string[];
}

/** `/temporal` and `/render`. Mount it before anything that reads bodies. */
export function temporalUiProxy(deps: TemporalUiProxyDeps): Router {
  const forward = forwarder(deps);
  const pages = forward({ path: '/temporal', policy: 'of-page' });
  const rest = forward({ path: '/temporal', policy: 'fixed' });
  // The UI asks for its rendered Markdown beside its public path, and its server answers below it twice over.
  const markdown = forward({ path: '/temporal/temporal', policy: 'own' });

  const admit: RequestHandler = async (request, _response, next) => {
    const admission = await deps.admit(request);
    if (admission.kind === 'refused') throw admission.error;
    if (admission.kind === 'reader' && !isReadRequest(request)) {
      throw new AppError('forbidden', 'You may look at runs in the Temporal UI; changing them there is for operators.');
    }
    next();
  };
  const byKind: RequestHandler = (request, response, next) =>
    (isPageRequest(request) ? pages : rest)(request, response, next);

  const router = express.Router();
  router.use('/temporal', refuseOtherSites, admit, byKind);
  router.get('/render', admit, markdown);
  return router;
}

interface Route {
  path: string;
  /** `own` keeps the policy that the Temporal UI server sets itself. */
  policy: 'of-page' | 'fixed' | 'own';
}

function forwarder({ uiAddress, ownCookies }: TemporalUiProxyDeps): (route: Route) => RequestHandler {
  const cookies = new Set(ownCookies);
  return ({ path, policy }) => {
    const withPageHashes = responseInterceptor<Request, Response>(async (body, proxied, _request, response) => {
      const isHtml = proxied.headers['content-type']?.includes('html') ?? false;
      response.setHeader('Content-Security-Policy', contentSecurityPolicy(isHtml ? body.toString('utf8') : ''));
      return body;
    });
    const proxy = createProxyMiddleware<Request, Response>({
      target: new URL(path, uiAddress).href,
      changeOrigin: true,
      proxyTimeout: 90_000,
      selfHandleResponse: policy === 'of-page',
      on: {
        proxyReq: (outgoing) => stripRequest(outgoing, cookies),
        proxyRes: async (proxied, request, response) => {
          stripResponse(proxied, cookies);
          if (policy === 'fixed') proxied.headers['content-security-policy'] = contentSecurityPolicy();
          if (policy === 'of-page') await withPageHashes(proxied, request, response);
        },
        // Takes the place of the library's own answer, which repeats the address with its query.
        error: (_error, request, response) => {
          if ('headersSent' in response) sendUnavailablePage(request, response);
        },
      },
    });
    return (request, response, next) => {
      void proxy(request, response, (error?: unknown) =>
        error === undefined ? next() : sendUnavailablePage(request, response),
      );
    };
  };
}

function isPageRequest(request: Request): boolean {
  return request.method === 'GET' && (request.get('accept') ?? '').includes('text/html');
}
