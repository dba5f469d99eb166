import { PeopleAnswer } from '#contracts/http/registry-people.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const showPeopleRoute = ({ showPeople }: Pick<UseCases, 'showPeople'>) =>
  defineRoute({
    method: 'get',
    path: '/api/registry/people',
    summary: 'Who may act here: roles, teams, authority, and until when',
    tag: 'governance',
    access: 'person',
    request: {},
    responses: { 200: { description: 'People and services', schema: PeopleAnswer } },
    handle: async ({ person }) => ({ status: 200, body: showPeople(person) }),
  });
