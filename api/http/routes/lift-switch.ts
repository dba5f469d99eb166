import { LiftRequest, SwitchAnswer, SwitchId } from '#contracts/http/switch.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const liftSwitchRoute = ({ liftSwitch }: Pick<UseCases, 'liftSwitch'>) =>
  defineRoute({
    method: 'post',
    path: '/api/switches/{id}/lift',
    summary: 'Let what was switched off go on; the runs that wait for it go on by themselves',
    tag: 'governance',
    access: 'person',
    request: { params: SwitchId, body: { kind: 'json', schema: LiftRequest } },
    responses: { 200: { description: 'The switch as it stands now', schema: SwitchAnswer } },
    handle: async ({ params, body, person }) => ({
      status: 200,
      body: await liftSwitch({ by: person, switchId: params.id, reason: body.reason }),
    }),
  });
