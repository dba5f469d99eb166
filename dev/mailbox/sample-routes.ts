import { type Router as ExpressRouter, Router } from 'express';
import type { SampleDesk } from './sample-desk.ts';

/** Samples to be sent, and copies of those that were. */
export function sampleRoutes(desk: SampleDesk): ExpressRouter {
  const router = Router();
  router.get('/samples', async (_request, response) => void response.json(await desk.list()));
  router.get('/sent-in', (_request, response) => void response.json(desk.sent().map(({ message }) => message)));
  router.post('/samples/:file', async (request, response) => {
    const { file } = request.params;
    const isKnown = (await desk.list()).some((sample) => sample.file === file);
    if (!isKnown) return void response.status(404).json({ error: `There is no sample ${file}.` });
    response.json(await desk.send(file));
  });
  return router;
}
