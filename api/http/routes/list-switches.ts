import { SwitchList } from '#contracts/http/switch.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const listSwitchesRoute = ({ listSwitches }: Pick<UseCases, 'listSwitches'>) =>
  defineRoute({
    method: 'get',
    path: '/api/switches',
    summary: 'What is switched off, by whom and why, and how many runs wait for it',
    tag: 'governance',
    access: 'person',
    request: {},
    responses: { 200: { description: 'Those that are pulled, then the last that were lifted', schema: SwitchList } },
    handle: async ({ person }) => ({ status: 200, body: await listSwitches(person) }),
  });
