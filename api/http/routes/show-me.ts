import { Me } from '#contracts/http/person.ts';
import { defineRoute } from '../app/route.ts';

export const showMeRoute = ({ places, links }: Pick<Me, 'places' | 'links'>) =>
  defineRoute({
    method: 'get',
    path: '/api/me',
    summary: 'Who you are here, your roles, and what there is to open',
    tag: 'operations',
    access: 'person',
    request: {},
    responses: { 200: { description: 'You', schema: Me } },
    handle: async ({ person: { id, name, roles, teams } }) => ({
      status: 200,
      body: { id, name, roles, teams, places, links },
    }),
  });
