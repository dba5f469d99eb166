import { z } from 'zod';
import type { JsonAnswer } from '../manners.ts';
import { notValid, problem } from './problem.ts';

interface RecordAtHubSpot {
  id: string;
  objects: string;
  properties: Record<string, string>;
  /** The contact it is tied to. */
  contact: string | undefined;
  archived: boolean;
  /** Whether the search has heard of it. */
  indexed: boolean;
}

export interface RecordsAtHubSpot {
  /** Somebody makes a record past us. */
  add(objects: string, properties: Readonly<Record<string, string>>): string;
  /** Somebody deletes one: it is archived, and found no more. */
  archive(objects: string, id: string): void;
  /** The records of a kind that are there. */
  all(objects: string): { id: string; properties: Readonly<Record<string, string>>; contact: string | undefined }[];
  /** What was archived is among them. */
  everMade(objects: string): number;
  /** The search takes in what was made. */
  catchUp(): void;
  /** An account in which nobody made this property. */
  forgetProperty(name: string): void;
  answer(path: string, body: unknown): JsonAnswer;
}

/** What no two records of a kind share, as it is set up. */
const unique: Readonly<Record<string, string>> = {
  contacts: 'email',
  notes: 'baton_key',
  companies: 'baton_key',
  '0-3': 'baton_key',
};

const Created = z.strictObject({
  properties: z.record(z.string(), z.string()),
  associations: z.array(
    z.strictObject({
      to: z.strictObject({ id: z.string() }),
      types: z.array(z.strictObject({ associationCategory: z.literal('HUBSPOT_DEFINED'), associationTypeId: z.int() })),
    }),
  ),
});

const Read = z.strictObject({
  idProperty: z.string().optional(),
  inputs: z.array(z.strictObject({ id: z.string() })),
  properties: z.array(z.string()),
  propertiesWithHistory: z.array(z.string()),
});

const Searched = z.strictObject({
  filterGroups: z.tuple([
    z.strictObject({
      filters: z.array(z.strictObject({ propertyName: z.string(), operator: z.enum(['EQ', 'LT']), value: z.string() })),
    }),
  ]),
  sorts: z.array(z.strictObject({ propertyName: z.literal('hs_object_id'), direction: z.literal('DESCENDING') })),
  properties: z.array(z.string()),
  limit: z.int().min(1).max(200),
});

/** The number of the tie of a note and of a deal to a contact. */
const toContact: Readonly<Record<string, number>> = { notes: 202, '0-3': 3 };

export function createRecordsAtHubSpot(): RecordsAtHubSpot {
  const records: RecordAtHubSpot[] = [];
  const missing = new Set<string>();
  const there = (objects: string) => records.filter((each) => each.objects === objects && !each.archived);

  function make(objects: string, properties: Readonly<Record<string, string>>, contact?: string): RecordAtHubSpot {
    const id = String(1000 + records.length);
    const made = { id, objects, properties: { ...properties, hs_object_id: id }, contact, archived: false };
    const record = { ...made, indexed: false };
    records.push(record);
    return record;
  }

  function create(objects: string, { properties, associations }: z.infer<typeof Created>): JsonAnswer {
    const contact = associations[0]?.to.id;
    const refused =
      whyNotValid(objects, properties) ?? whyTaken(objects, properties) ?? whyNotTied(objects, associations);
    if (refused) return refused;
    return { status: 201, body: objectOf(make(objects, properties, contact), Object.keys(properties)) };
  }

  function whyNotValid(objects: string, properties: Readonly<Record<string, string>>): JsonAnswer | undefined {
    const unknown = Object.keys(properties).find((name) => missing.has(name));
    if (unknown) return notValid(`Property "${unknown}" does not exist`, 'PROPERTY_DOESNT_EXIST');
    const { email = '', hs_timestamp: time } = properties;
    if (objects === 'notes' && !time) return notValid('hs_timestamp is required', 'REQUIRED_FIELD');
    if (objects !== 'contacts' || /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(email)) return undefined;
    return notValid(`Email address ${email} is invalid`, 'INVALID_EMAIL');
  }

  function whyTaken(objects: string, properties: Readonly<Record<string, string>>): JsonAnswer | undefined {
    const name = unique[objects] ?? '';
    const same = there(objects).find((each) => each.properties[name] === properties[name]);
    return same && conflict(objects, { name, id: same.id });
  }

  function whyNotTied(objects: string, [tie]: z.infer<typeof Created>['associations']): JsonAnswer | undefined {
    if (!tie) return undefined;
    if (!there('contacts').some(({ id }) => id === tie.to.id))
      return notValid(`No contact with ID ${tie.to.id} exists`, 'INVALID_OBJECT_IDS');
    const isKnown = tie.types.every(({ associationTypeId }) => associationTypeId === toContact[objects]);
    return isKnown ? undefined : notValid('One or more associations are not valid', 'INVALID_ASSOCIATION_TYPE');
  }

  function read(objects: string, { idProperty, inputs, properties }: z.infer<typeof Read>): JsonAnswer {
    if (idProperty && missing.has(idProperty))
      return notValid(`Property "${idProperty}" does not exist`, 'PROPERTY_DOESNT_EXIST');
    const wanted = inputs[0]?.id;
    const found = there(objects).find((each) => (idProperty ? each.properties[idProperty] : each.id) === wanted);
    const batch = { status: 'COMPLETE', startedAt: '2026-01-01T00:00:00Z', completedAt: '2026-01-01T00:00:00Z' };
    if (found) return { status: 200, body: { ...batch, results: [objectOf(found, properties)] } };
    const message = `Could not get some ${objects}, they may be deleted or not exist. Check that ids are valid.`;
    const error = { status: 'error', category: 'OBJECT_NOT_FOUND', message, context: { ids: [wanted] } };
    return { status: 207, body: { ...batch, results: [], numErrors: 1, errors: [error] } };
  }

  function search(objects: string, { filterGroups, limit, properties }: z.infer<typeof Searched>): JsonAnswer {
    const [{ filters }] = filterGroups;
    const found = there(objects)
      .filter(({ indexed }) => indexed)
      .filter((each) =>
        filters.every(({ propertyName, operator, value }) => {
          const known = propertyName === 'associations.contact' ? each.contact : each.properties[propertyName];
          return operator === 'EQ' ? known === value : Number(known) < Number(value);
        }),
      )
      .toSorted((one, other) => Number(other.id) - Number(one.id));
    const results = found.slice(0, limit).map((each) => objectOf(each, properties));
    const paging = found.length > limit ? { paging: { next: { after: String(limit) } } } : {};
    return { status: 200, body: { total: found.length, results, ...paging } };
  }

  return {
    add: (objects, properties) => make(objects, properties).id,
    archive: (objects, id) => {
      for (const record of records) if (record.objects === objects && record.id === id) record.archived = true;
    },
    all: (objects) => there(objects).map(({ id, properties, contact }) => ({ id, properties, contact })),
    everMade: (objects) => records.filter((each) => each.objects === objects).length,
    catchUp: () => {
      for (const record of records) record.indexed = true;
    },
    forgetProperty: (name) => void missing.add(name),
    answer: (path, body) => {
      const [, objects = '', verb] = /^\/crm\/objects\/2026-03\/([\w-]+)(?:\/(batch\/read|search))?$/.exec(path) ?? [];
      if (unique[objects] === undefined) return problem(404, { category: 'OBJECT_NOT_FOUND', message: 'not found' });
      if (verb === 'batch/read') return read(objects, Read.parse(body));
      return verb === 'search' ? search(objects, Searched.parse(body)) : create(objects, Created.parse(body));
    },
  };
}

/** Of contacts it names the one that is there; of other records only the value that is taken. */
function conflict(objects: string, { name, id }: { name: string; id: string }): JsonAnswer {
  if (objects === 'contacts')
    return problem(409, { category: 'CONFLICT', message: `Contact already exists. Existing ID: ${id}` });
  return notValid(`Property values were not valid: ${name} already has that value`, 'CONFLICTING_UNIQUE_VALUE');
}

function objectOf({ id, properties, archived }: RecordAtHubSpot, asked: readonly string[]) {
  const told = Object.fromEntries(asked.map((name) => [name, properties[name] ?? null]));
  const at = '2026-01-01T00:00:00.000Z';
  return { id, properties: told, createdAt: at, updatedAt: at, archived };
}
