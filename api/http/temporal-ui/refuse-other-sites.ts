import type { RequestHandler } from 'express';
import { AppError } from '#contracts/errors.ts';

/** A session cookie alone must not let another site write or decode: browsers say where a request comes from. */
export const refuseOtherSites: RequestHandler = (request, _response, next) => {
  const site = request.get('sec-fetch-site');
  const isFromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (isFromElsewhere && !reads) {
    next(
      new AppError(
        'origin-refused',
        `A page of another origin sent this ${request.method} request; open the Temporal UI under Baton's own address.`,
      ),
    );
    return;
  }
  next();
};
