import { type ApprovalForm, type FormField as AskedFor, fieldsAsked } from '#contracts/approval-form.ts';
import { hintOf } from '#contracts/form-text.ts';
import type { Control, FormField } from '../start/form-schema.ts';

/** The controls that a task's form is filled in by, in its order. */
export function controlsOf(form: ApprovalForm): readonly FormField[] {
  return fieldsAsked(form).map(({ name, field, isNeeded }) => ({
    name,
    description: [field.description, 'enum' in field ? undefined : sentence(hintOf(field))].filter(Boolean).join(' '),
    required: isNeeded,
    control: controlOf(field),
  }));
}

function controlOf(field: AskedFor): Control {
  if ('enum' in field) return { kind: 'choice', options: field.enum };
  switch (field.type) {
    case 'boolean':
      // A tick could not say that nobody has answered yet.
      return { kind: 'choice', options: ['yes', 'no'] };
    case 'integer':
      return { kind: 'line', inputType: 'number' };
    case 'string':
    case 'object':
      return { kind: 'line', inputType: 'text' };
  }
}

function sentence(hint: string): string {
  return `${hint.charAt(0).toUpperCase()}${hint.slice(1)}.`;
}
