import { type RequestHandler, Router, urlencoded } from 'express';
import { z } from 'zod';
import { openAiError } from '../open-ai-error.ts';
import { Faults } from './fault.ts';
import { FaultForm } from './fault-form.ts';
import type { FaultSwitch } from './fault-switch.ts';

/** Faults as a program sets them, and as the forms of the panel do. */
export function faultRoutes(faults: FaultSwitch): Router {
  const router = Router();
  router.get('/fault', (_request, response) => void response.json(faults.inForce()));
  router.put('/fault', (request, response) => {
    const wanted = Faults.safeParse(request.body);
    if (!wanted.success) return void response.status(400).json(openAiError({ message: z.prettifyError(wanted.error) }));
    faults.set(wanted.data);
    response.json(faults.inForce());
  });
  router.use('/panel', refuseOtherPages, urlencoded({ extended: false }));
  router.post('/panel/add', (request, response) => {
    const wanted = FaultForm.safeParse(request.body);
    if (!wanted.success) return void response.status(400).type('text').send(z.prettifyError(wanted.error));
    faults.set([...faults.inForce(), wanted.data]);
    response.redirect(303, '/');
  });
  router.post('/panel/clear', (_request, response) => {
    faults.set([]);
    response.redirect(303, '/');
  });
  return router;
}

/** A page elsewhere can send a form to this machine, but not in the name of this page. */
const refuseOtherPages: RequestHandler = (request, response, next) => {
  if (request.get('sec-fetch-site') === 'same-origin') return next();
  response.status(403).type('text').send('The forms of this page are sent from this page alone; programs PUT /fault.');
};
