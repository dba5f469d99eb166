/** An expression of Cedar in its JSON form, with one thing changed. */
interface Variant {
  what: string;
  expression: unknown;
}

type Node = Readonly<Record<string, unknown>>;

const opposites: Readonly<Record<string, readonly string[]>> = {
  '==': ['!='],
  '!=': ['=='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '&&': ['||'],
  '||': ['&&'],
};

const tests: ReadonlySet<string> = new Set(['contains', 'containsAny', 'containsAll', 'has', 'in', 'is']);

/** Everything that can be changed in it, one at a time. */
export function variantsOf(expression: unknown): Variant[] {
  if (!isNode(expression)) return [];
  return Object.entries(expression).flatMap(([kind, body]) => [
    ...ownVariants(kind, body),
    ...innerVariants(expression, kind, body),
  ]);
}

function ownVariants(kind: string, body: unknown): Variant[] {
  const turned = (opposites[kind] ?? []).map((other) => ({
    what: `${kind} as ${other}`,
    expression: { [other]: body },
  }));
  if (kind === 'Value') return valueVariants(body);
  if (kind === 'Set' && Array.isArray(body)) return setVariants(body);
  if (kind === '!' && isNode(body)) return [{ what: '! left out', expression: body.arg }];
  if (tests.has(kind)) return [{ what: `not ${kind}`, expression: { '!': { arg: { [kind]: body } } } }];
  if ((kind === '&&' || kind === '||') && isNode(body)) return [...turned, ...oneSide(kind, body)];
  return turned;
}

function oneSide(kind: string, { left, right }: Node): Variant[] {
  return [
    { what: `left of ${kind} alone`, expression: left },
    { what: `right of ${kind} alone`, expression: right },
  ];
}

function valueVariants(value: unknown): Variant[] {
  switch (typeof value) {
    case 'number':
      return [value - 1, value + 1].map((other) => ({ what: `${value} as ${other}`, expression: { Value: other } }));
    case 'string':
      return [{ what: `"${value}" as another word`, expression: { Value: `${value} not` } }];
    case 'boolean':
      return [{ what: `${value} as ${!value}`, expression: { Value: !value } }];
    default:
      return [];
  }
}

function setVariants(members: readonly unknown[]): Variant[] {
  if (members.length < 2) return [];
  return members.map((member, index) => ({
    what: `set without ${JSON.stringify(isNode(member) ? member.Value : member)}`,
    expression: { Set: members.toSpliced(index, 1) },
  }));
}

function innerVariants(expression: Node, kind: string, body: unknown): Variant[] {
  if (Array.isArray(body))
    return body.flatMap((member: unknown, index) =>
      variantsOf(member).map(({ what, expression: inner }) => ({
        what,
        expression: { ...expression, [kind]: body.toSpliced(index, 1, inner) },
      })),
    );
  if (kind === 'Value' || !isNode(body)) return [];
  return Object.entries(body).flatMap(([side, part]) =>
    variantsOf(part).map(({ what, expression: inner }) => ({
      what,
      expression: { ...expression, [kind]: { ...body, [side]: inner } },
    })),
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
