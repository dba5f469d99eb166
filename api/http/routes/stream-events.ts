import { EventsHeaders, ServerEvent } from '#contracts/http/event.ts';
import { defineRoute } from '../app/route.ts';
import { eventStreamType } from '../app/send-events.ts';
import type { UseCases } from '../app/use-cases.ts';

export const streamEventsRoute = ({ eventStreams }: Pick<UseCases, 'eventStreams'>) =>
  defineRoute({
    method: 'get',
    path: '/api/events',
    summary:
      'Server-sent events: that something changed which you may read. Open it before you read, and nothing is missed',
    tag: 'operations',
    access: 'person',
    request: { headers: EventsHeaders },
    responses: {
      200: { description: 'Events, the data of each in JSON', schema: ServerEvent, mediaType: eventStreamType },
    },
    handle: async ({ headers, person }) => ({
      stream: (connection) => eventStreams.open({ ...connection, by: person, from: headers['last-event-id'] }),
    }),
  });
