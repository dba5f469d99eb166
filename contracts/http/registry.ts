import { z } from 'zod';
import { ApprovalPoint, PinnedModel, PinnedQuestions } from '../snapshot.ts';

const Named = z.looseObject({ name: z.string() });

/** What every asset says of itself; `as-process` where that is as with the process it works for. */
const RegisteredAsset = Named.extend({
  owner: z.string(),
  jurisdiction: z.string(),
  classification: z.string(),
  purpose: z.string(),
  lawfulBasis: z.string(),
  retention: z.string(),
  riskClass: z.string(),
  reviewBy: z.iso.date().meta({ description: 'The last day, in UTC, on which it may be used without another review.' }),
  reviewPlace: z.string().meta({ description: 'The file of the registry, and the line in it, where that day stands.' }),
});
export type RegisteredAsset = z.infer<typeof RegisteredAsset>;

const Reach = z.object({ datasets: z.array(z.string()), categories: z.array(z.string()) });

const RegisteredProcess = RegisteredAsset.extend({
  title: z.string(),
  version: z.int(),
  collectedFor: z.array(z.string()),
  tools: z.array(z.string()),
  limits: z.looseObject({
    modelAttempts: z.int(),
    sendAttempts: z.int(),
    drafts: z.int(),
    orderNumberPattern: z.string(),
    invoiceNumberPattern: z.string().optional(),
  }),
  durations: z.looseObject({ review: z.int(), modelCall: z.int() }),
  prompts: z.record(z.string(), z.looseObject({ version: z.int(), minimumConfidence: z.number() })),
  routing: z.record(z.string(), z.looseObject({ team: z.string(), role: z.string(), review: z.string() })),
  approvals: z.record(z.string(), ApprovalPoint),
  questions: PinnedQuestions.optional(),
});
export type RegisteredProcess = z.infer<typeof RegisteredProcess>;

const RegisteredPrompt = RegisteredAsset.extend({
  process: z.string(),
  version: z.int(),
  profile: z.string(),
  usedFor: z.string(),
  needs: z.record(z.string(), z.array(z.string())),
  reaches: Reach,
  hash: z.string(),
  variables: z.record(z.string(), z.string()),
});

const RegisteredModel = RegisteredAsset.extend({
  model: z.string(),
  provider: z.string(),
  region: z.string(),
  regionSource: z.string().optional(),
  rehearsal: z.boolean(),
  reaches: Reach,
  price: PinnedModel.shape.price,
});

const RegisteredConnector = RegisteredAsset.extend({ title: z.string() });

const RegisteredTool = RegisteredAsset.extend({
  title: z.string(),
  connector: z.string(),
  operation: z.string(),
  effect: z.enum(['read', 'write', 'send', 'act']),
  usedFor: z.string(),
  datasets: z.array(z.string()),
});

const RegisteredDataset = RegisteredAsset.extend({
  title: z.string(),
  kept: z.discriminatedUnion('in', [
    z.object({ in: z.literal('connector'), connector: z.string() }),
    z.object({ in: z.literal('database'), tables: z.array(z.string()), sealed: z.boolean() }),
    z.object({ in: z.literal('files'), folder: z.string() }),
  ]),
  collectedFor: z.array(z.string()),
  categories: z.array(z.string()),
  readers: z.array(z.string()),
  madeFrom: z.array(z.string()),
});
export type RegisteredDataset = z.infer<typeof RegisteredDataset>;

const RegisteredRole = RegisteredAsset.extend({
  title: z.string(),
  may: z.array(z.string()),
  datasets: z.array(z.string()),
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
    hash: z.string().meta({ description: 'Of what is loaded, people apart: as in `GET /api/registry/loads`.' }),
    processes: z.array(RegisteredProcess),
    prompts: z.array(RegisteredPrompt),
    models: z.array(RegisteredModel),
    connectors: z.array(RegisteredConnector),
    tools: z.array(RegisteredTool),
    datasets: z.array(RegisteredDataset),
    roles: z.array(RegisteredRole),
    profiles: z.record(
      z.string(),
      z.looseObject({ owner: z.string(), purpose: z.string(), candidates: z.array(z.string()) }),
    ),
    providers: z.record(z.string(), z.looseObject({ title: z.string(), owner: z.string(), jurisdiction: z.string() })),
    calendars: z.array(RegisteredCalendar),
    teams: z.record(z.string(), z.string()),
    people: z.array(RegisteredPerson),
  })
  .meta({ id: 'RegistryAnswer' });
export type RegistryAnswer = z.infer<typeof RegistryAnswer>;
