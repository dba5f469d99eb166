import { JsonSchema } from './chat-request.ts';

const deepest = 20;

/** The smallest value that a JSON Schema allows, as far as its plain keywords tell. */
export function minimalAnswer(schema: JsonSchema): unknown {
  return fill(schema, { root: schema, depth: 0 });
}

function fill(schema: unknown, place: { root: JsonSchema; depth: number }): unknown {
  const node = resolve(schema, place.root);
  const below = { ...place, depth: place.depth + 1 };
  if (place.depth > deepest) return null;
  if ('const' in node) return node.const;
  if (Array.isArray(node.enum)) return node.enum[0];
  const choices = node.anyOf ?? node.oneOf ?? node.allOf;
  if (Array.isArray(choices)) return fill(choices[0], below);
  switch (Array.isArray(node.type) ? node.type[0] : node.type) {
    case 'object':
      return fillObject(node, below);
    case 'array':
      return Array.from({ length: Number(node.minItems ?? 0) }, () => fill(node.items, below));
    case 'string':
      return 'rehearsal';
    case 'number':
    case 'integer':
      return Number(node.minimum ?? 0);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function fillObject(node: JsonSchema, place: { root: JsonSchema; depth: number }): Record<string, unknown> {
  const properties = asSchema(node.properties);
  const required = Array.isArray(node.required) ? node.required.map(String) : [];
  return Object.fromEntries(required.map((key) => [key, fill(properties[key], place)]));
}

function resolve(schema: unknown, root: JsonSchema): JsonSchema {
  const node = asSchema(schema);
  if (typeof node.$ref !== 'string' || !node.$ref.startsWith('#/')) return node;
  const target = node.$ref
    .slice(2)
    .split('/')
    .reduce((found: unknown, key) => asSchema(found)[key], root);
  return asSchema(target);
}

function asSchema(value: unknown): JsonSchema {
  return JsonSchema.safeParse(value).data ?? {};
}
