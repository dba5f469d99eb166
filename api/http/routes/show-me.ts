import { Me } from '#contracts/http/person.ts';
import type { Person } from '#contracts/person.ts';
import { defineRoute } from '../app/route.ts';

export interface MeParts {
  places: Me['places'];
  /** What there is to open for somebody beside the console. */
  linksFor(person: Person): Me['links'];
}

export const showMeRoute = ({ places, linksFor }: MeParts) =>
  defineRoute({
    method: 'get',
    path: '/api/me',
    summary: 'Who you are here, your roles, and what there is to open',
    tag: 'operations',
    access: 'person',
    request: {},
    responses: { 200: { description: 'You', schema: Me } },
    handle: async ({ person }) => {
      const { id, name, roles, teams } = person;
      return { status: 200, body: { id, name, roles, teams, places, links: linksFor(person) } };
    },
  });
