/** Ids are a prefix and a UUIDv7 in hexadecimal: unique, sortable by time, free of personal data. */
declare const brand: unique symbol;

const prefixes = {
  run: 'run',
  approval: 'apr',
  vote: 'vot',
  comment: 'cmt',
  question: 'qst',
  delegation: 'dlg',
  message: 'msg',
  key: 'key',
  subject: 'sub',
  contact: 'con',
  interaction: 'int',
  company: 'cpy',
  opportunity: 'opp',
  payload: 'pay',
  modelCall: 'mdl',
  switch: 'swi',
  pause: 'pau',
  budgetGrant: 'grt',
  refund: 'rfd',
} as const;

export type IdKind = keyof typeof prefixes;
export type Id<Kind extends IdKind> = string & { readonly [brand]: Kind };
export type RunId = Id<'run'>;
export type ApprovalId = Id<'approval'>;
export type MessageRowId = Id<'message'>;
export type KeyId = Id<'key'>;
export type SubjectId = Id<'subject'>;

/** Makes a new id. Not for workflow code: it reads the clock and randomness. */
export function newId<Kind extends IdKind>(kind: Kind): Id<Kind> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) & 0xff;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${prefixes[kind]}_${hex}` as Id<Kind>;
}

/** The pattern of an id, for schemas at the doors. */
export function idPattern(kind: IdKind): RegExp {
  return new RegExp(`^${prefixes[kind]}_[0-9a-f]{32}$`);
}
