import type { ApprovalForm, DecisionFields } from '#contracts/approval-form.ts';
import { formOfSchema } from '#contracts/form-of-schema.ts';
import type { ProcessDefinition } from '#contracts/process-definition.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import type { ApprovalPoint } from '#contracts/snapshot.ts';

interface Place {
  process: string;
  point: string;
}

/** What a process asks for at a point, within the limits of the registry; nothing where it asks for none. */
export function formAt(place: Place, { amounts }: Pick<ApprovalPoint, 'amounts'>): ApprovalForm | undefined {
  const schema = schemaAt(place);
  return schema && formOfSchema(schema, amounts);
}

/** The fields as the process reads them. Where its form has changed since the task was opened, the run waits for a code that knows both. */
export function typedFields(place: Place, fields: DecisionFields): DecisionFields {
  const schema = schemaAt(place);
  if (schema) return schema.parse(fields);
  throw new TypeError(`${place.process} asked for fields at ${place.point}, and its contract knows no form there now`);
}

/** The forms of a process, by their points. */
export function formsOf(process: string): NonNullable<ProcessDefinition['forms']> {
  const definitions: readonly Pick<ProcessDefinition, 'name' | 'forms'>[] = processDefinitions;
  return definitions.find(({ name }) => name === process)?.forms ?? {};
}

function schemaAt({ process, point }: Place) {
  const forms = formsOf(process);
  return Object.hasOwn(forms, point) ? forms[point] : undefined;
}
