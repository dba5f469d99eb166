import { Me } from '#contracts/http/person.ts';
import { defineRoute } from '../app/route.ts';

export const showMeRoute = () =>
  defineRoute({
    method: 'get',
    path: '/api/me',
    summary: 'Who you are here, and your roles',
    tag: 'operations',
    access: 'person',
    request: {},
    responses: { 200: { description: 'You', schema: Me } },
    handle: async ({ person: { id, name, roles, teams } }) => ({ status: 200, body: { id, name, roles, teams } }),
  });
