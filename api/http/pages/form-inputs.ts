import type { DecisionChoice } from '#contracts/approval.ts';
import { type ApprovalForm, type AskedField, type FormField, fieldsAsked } from '#contracts/approval-form.ts';
import { hintOf } from '#contracts/form-text.ts';
import { fieldPrefix } from '#contracts/http/approval-link.ts';
import { escapeHtml } from './escape-html.ts';

/** The inputs of a task's form, for one of the page's choices. */
export function formInputs(form: ApprovalForm | null, choice: DecisionChoice): string {
  if (form === null) return '';
  return fieldsAsked(form)
    .map((asked) => labelled(asked, choice))
    .join('');
}

function labelled({ name, field, isNeeded }: AskedField, choice: DecisionChoice): string {
  const id = `${choice}-${name}`;
  const { title, description = '' } = field;
  const words = [title, description, 'enum' in field ? '' : hintOf(field), isNeeded ? '' : 'may stay empty'];
  const label = `<label for="${id}">${escapeHtml(words.filter(Boolean).join(' - '))}</label>`;
  return label + inputOf(field, `id="${id}" name="${fieldPrefix}${name}"${isNeeded ? ' required' : ''}`);
}

function inputOf(field: FormField, attributes: string): string {
  if ('enum' in field) return selectOf(field.enum, attributes);
  switch (field.type) {
    case 'boolean':
      return selectOf(['yes', 'no'], attributes);
    case 'integer':
      return `<input type="number" ${attributes} min="${field.minimum}" max="${field.maximum}" step="1">`;
    case 'string':
      return `<input ${attributes} minlength="${field.minLength}" maxlength="${field.maxLength}">`;
    case 'object':
      return `<input ${attributes} placeholder="25.00 ${escapeHtml(field.oneOf[0]?.properties.currency.const ?? '')}">`;
  }
}

function selectOf(choices: readonly string[], attributes: string): string {
  const options = choices.map((choice) => `<option>${escapeHtml(choice)}</option>`);
  return `<select ${attributes}><option value=""></option>${options.join('')}</select>`;
}
