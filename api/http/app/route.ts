import type { z } from 'zod';
import type { Reader } from '#api/use-cases/events/stream.ts';
import type { Unheard } from '#api/use-cases/record-unheard.ts';
import type { Person } from '#contracts/person.ts';

/** What a route takes, each part with its schema. */
export interface RouteSchemas {
  params?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: RouteBody;
}

/** How a body is read: chosen by the route, never by what the request says about itself. */
export type RouteBody =
  | { kind: 'json'; schema: z.ZodType; examples?: Readonly<Record<string, BodyExample>> }
  | { kind: 'bytes'; mediaType: string; limitBytes: number; description: string };

/** A body to try a route with, as OpenAPI has it. */
export interface BodyExample {
  summary: string;
  value: unknown;
}

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type BodyOutput<Body> = Body extends { kind: 'json'; schema: z.ZodType }
  ? z.output<Body['schema']>
  : Body extends { kind: 'bytes' }
    ? Buffer
    : undefined;

export interface ParsedRequest<Schemas extends RouteSchemas> {
  params: Output<Schemas['params']>;
  query: Output<Schemas['query']>;
  headers: Output<Schemas['headers']>;
  body: BodyOutput<Schemas['body']>;
}

/** `public` routes answer anybody; the others know who asks. */
export type Access = 'public' | 'person';

export interface Answer {
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
  mediaType?: string;
  /** The name to save the bytes of `body` under. */
  download?: string;
}

/** Opens a stream of events to whoever asked; the answer to it takes the connection out again. */
export interface StreamAnswer {
  stream(connection: Connection): Promise<() => void>;
}

/** What a stream is written to. */
export type Connection = Omit<Reader, 'by' | 'from'>;

export interface RouteResponse {
  description: string;
  schema: z.ZodType;
  mediaType?: string;
}

/** One method on one path: what it is for, whom it answers, what it takes and gives. */
export interface RouteDefinition<Schemas extends RouteSchemas, Who extends Access> {
  method: 'get' | 'post';
  /** With parameters in braces, as OpenAPI writes them. */
  path: string;
  summary: string;
  tag: 'processes' | 'runs' | 'approvals' | 'mail' | 'mailbox' | 'knowledge' | 'governance' | 'operations';
  access: Who;
  request: Schemas;
  responses: Readonly<Record<number, RouteResponse>>;
  /** Writes down what was refused before it came to `handle`, with the id in the path as it stands there. */
  unheard?(refusal: Unheard & { id: string }): Promise<void>;
  handle(
    request: ParsedRequest<Schemas> & {
      person: Who extends 'person' ? Person : undefined;
      /** Aborts where whoever asked goes away before the answer. */
      gone: AbortSignal;
    },
  ): Promise<Answer | StreamAnswer>;
}

export type Route = RouteDefinition<RouteSchemas, Access>;

/** Keeps the types of what a route takes inside its handler. */
export function defineRoute<const Schemas extends RouteSchemas, Who extends Access>(
  definition: RouteDefinition<Schemas, Who>,
): Route {
  return definition as unknown as Route;
}
