import { PullRequest, SwitchAnswer } from '#contracts/http/switch.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const pullSwitchRoute = ({ pullSwitch }: Pick<UseCases, 'pullSwitch'>) =>
  defineRoute({
    method: 'post',
    path: '/api/switches',
    summary: 'Switch something off: nothing begins that would touch it, and runs wait until it is lifted',
    tag: 'governance',
    access: 'person',
    request: { body: { kind: 'json', schema: PullRequest } },
    responses: {
      200: { description: 'It was switched off already, by whom the answer says', schema: SwitchAnswer },
      201: { description: 'It is switched off', schema: SwitchAnswer },
    },
    handle: async ({ body, person }) => {
      const { answer, isFirst } = await pullSwitch({ by: person, ...body });
      return { status: isFirst ? 201 : 200, body: answer };
    },
  });
