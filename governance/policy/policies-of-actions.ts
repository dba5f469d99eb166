import {
  type ActionConstraint,
  type ActionEntityUID,
  policyToJson,
  type SchemaJson,
  schemaToJson,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { PolicyTexts } from './read-policies.ts';

/** Of each action the policies that may match a question about it. Cedar copies a set for each question: the smaller, the faster. */
export function policiesOfActions({ schema, policies }: Pick<PolicyTexts, 'schema' | 'policies'>) {
  const scopes = Object.entries(policies).map(([id, text]) => ({ id, text, names: actionsNamed(text) }));
  return new Map(
    [...groupsOfActions(schema)].map(([action, groups]) => {
      const matching = scopes.filter(({ names }) => names === 'all' || names.some((name) => groups.has(name)));
      return [action, Object.fromEntries(matching.map(({ id, text }) => [id, text]))] as const;
    }),
  );
}

/** What a policy's scope says of the action; one that cannot be read may speak of any. */
function actionsNamed(text: string): 'all' | readonly string[] {
  const parsed = policyToJson(text);
  return parsed.type === 'success' ? namesIn(parsed.json.action) : 'all';
}

function namesIn(constraint: ActionConstraint): 'all' | readonly string[] {
  if (constraint.op === 'All' || 'slot' in constraint) return 'all';
  const entities = 'entities' in constraint ? constraint.entities : [constraint.entity];
  return entities.map((entity) => ('__entity' in entity ? entity.__entity.id : entity.id));
}

/** Each action with its own name, and those of all groups that it is in. */
function groupsOfActions(schema: string): ReadonlyMap<string, ReadonlySet<string>> {
  const parsed = schemaToJson(schema);
  const namespaces: SchemaJson<string> = parsed.type === 'success' ? parsed.json : {};
  const parents = new Map(
    Object.values(namespaces).flatMap(({ actions }) =>
      Object.entries(actions).map(
        ([name, { memberOf = [] }]) => [name, memberOf.map(({ id }: ActionEntityUID<string>) => id)] as const,
      ),
    ),
  );
  return new Map([...parents.keys()].map((name) => [name, withParents(name, parents)]));
}

function withParents(name: string, parents: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set([name]);
  for (const each of found) for (const parent of parents.get(each) ?? []) found.add(parent);
  return found;
}
