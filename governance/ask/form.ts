import type { Interaction } from '#contracts/interaction.ts';
import type { Doubt } from '#contracts/redaction.ts';
import { concealFilling, type Values } from '#governance/concealment/conceal-filling.ts';
import type { NumberedTable } from '#governance/concealment/tables.ts';
import type { Looked } from '#governance/redaction/index.ts';
import { type Filling, renderPrompt, variablesOf } from '#governance/registry/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';

/** A prompt as it can be sent: filled in, with the digest of exactly that. */
export interface Form {
  variables: Readonly<Record<string, string>>;
  rendered: { system: string; user: string };
  digest: string;
}

/** A prompt without personal data, and the run's table of what its placeholders stand for. */
export type ConcealedForm =
  | { kind: 'concealed'; form: Form; table: NumberedTable; isLonger: boolean }
  | { kind: 'doubtful'; doubts: readonly Doubt[] };

export interface PromptText {
  text: string;
  hash: string;
}

export function formOf({ text, hash }: PromptText, values: Values): Form {
  const variables = variablesOf(text, values);
  const rendered = renderPrompt(text, variables);
  return { variables, rendered, digest: digestOf({ prompt: hash, ...rendered }) };
}

export interface ToConceal {
  filling: Filling;
  table: NumberedTable;
  /** Whom the run is about; absent in calls from before they were named. */
  customer: Interaction['customer'] | undefined;
  /** How the numbers look that the firm gives to orders. */
  orderNumberPattern: string | undefined;
  looked: Looked;
}

export function concealedFormOf(
  prompt: PromptText,
  { filling, table, customer, orderNumberPattern, looked }: ToConceal,
): ConcealedForm {
  const { placeholders } = table;
  const spared = { numbers: [], forms: orderNumberPattern === undefined ? [] : [orderNumberPattern] };
  const concealed = concealFilling(filling, { ...knownOf(customer), placeholders, spared }, { looked });
  if (concealed.kind === 'doubtful') return concealed;
  return {
    kind: 'concealed',
    form: formOf(prompt, concealed.values),
    table: { version: table.version, placeholders: concealed.placeholders },
    isLonger: concealed.placeholders.length > placeholders.length,
  };
}

function knownOf(customer: Interaction['customer'] | undefined) {
  if (!customer) return { parties: [], fields: [] };
  const { email, name = '' } = customer;
  const parties = name === '' ? [] : [{ kind: 'person', name, email } as const];
  return { parties, fields: [{ type: 'email', value: email } as const] };
}
