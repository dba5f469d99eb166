import { z } from 'zod';
import { ApprovalPoint, PinnedModel, PinnedQuestions } from '../snapshot.ts';

const Named = z.looseObject({ name: z.string() });

const RegisteredProcess = Named.extend({
  title: z.string(),
  version: z.int(),
  owner: z.string(),
  purpose: z.string(),
  lawfulBasis: z.string(),
  retention: z.string(),
  riskClass: z.string(),
  reviewBy: z.string(),
  limits: z.looseObject({
    modelAttempts: z.int(),
    sendAttempts: z.int(),
    drafts: z.int(),
    orderNumberPattern: z.string(),
  }),
  durations: z.looseObject({ review: z.int(), modelCall: z.int() }),
  prompts: z.record(z.string(), z.looseObject({ version: z.int(), minimumConfidence: z.number() })),
  routing: z.record(z.string(), z.looseObject({ team: z.string(), role: z.string(), review: z.string() })),
  approvals: z.record(z.string(), ApprovalPoint),
  questions: PinnedQuestions.optional(),
});
export type RegisteredProcess = z.infer<typeof RegisteredProcess>;

const RegisteredPrompt = Named.extend({
  process: z.string(),
  version: z.int(),
  profile: z.string(),
  owner: z.string(),
  hash: z.string(),
  variables: z.record(z.string(), z.string()),
});

const RegisteredModel = Named.extend({
  model: z.string(),
  provider: z.string(),
  region: z.string(),
  rehearsal: z.boolean(),
  owner: z.string(),
  purpose: z.string(),
  price: PinnedModel.shape.price,
});

const RegisteredConnector = Named.extend({
  title: z.string(),
  owner: z.string(),
  purpose: z.string(),
  jurisdiction: z.string(),
  classification: z.string(),
});

const RegisteredCalendar = Named.extend({ title: z.string(), timeZone: z.string(), owner: z.string() });

const RegisteredPerson = z.looseObject({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  teams: z.array(z.string()),
});

/** What a reader goes by is named here; beyond that the registry view is the registry's own to shape. */
export const RegistryAnswer = z
  .looseObject({
    processes: z.array(RegisteredProcess),
    prompts: z.array(RegisteredPrompt),
    models: z.array(RegisteredModel),
    connectors: z.array(RegisteredConnector),
    profiles: z.record(z.string(), z.looseObject({ purpose: z.string(), candidates: z.array(z.string()) })),
    providers: z.record(z.string(), z.looseObject({ title: z.string(), jurisdiction: z.string() })),
    calendars: z.array(RegisteredCalendar),
    teams: z.record(z.string(), z.string()),
    people: z.array(RegisteredPerson),
  })
  .meta({ id: 'RegistryAnswer' });
export type RegistryAnswer = z.infer<typeof RegistryAnswer>;
