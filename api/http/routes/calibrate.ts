import { Calibration, CalibrationQuery } from '#contracts/http/calibration.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';
import { checkProcess } from '../request/check-process.ts';

export const calibrateRoute = ({ calibrate, listProcesses }: Pick<UseCases, 'calibrate' | 'listProcesses'>) =>
  defineRoute({
    method: 'get',
    path: '/api/calibration',
    summary: 'How sure models said they were beside what people decided, and the limit for a wanted share of errors',
    tag: 'governance',
    access: 'person',
    request: { query: CalibrationQuery },
    responses: { 200: { description: 'The figures by prompt, version and model', schema: Calibration } },
    handle: async ({ query, person }) => {
      checkProcess(query.process, listProcesses(person).items);
      return { status: 200, body: await calibrate(person, query) };
    },
  });
