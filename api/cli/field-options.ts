import { type Command, Option } from 'commander';
import type { ApprovalForm, DecisionFields } from '#contracts/approval-form.ts';
import { fieldsOfTexts } from '#contracts/form-text.ts';
import { CliFailure, wrongUse } from './cli-failure.ts';

export type FieldTexts = Readonly<Record<string, string>>;

/** `--field NAME=VALUE`, once for each field of the task's form. */
export function withFields(command: Command): Command {
  const option = new Option('--field <name=value>', 'a field of the form that the task shows; once for each field');
  return command.addOption(option.default({}, 'none').argParser(addField));
}

function addField(written: string, before: unknown): FieldTexts {
  const texts = before as FieldTexts;
  const [, name, value = ''] = /^([^=]+)=(.*)$/s.exec(written) ?? [];
  if (name === undefined)
    throw new CliFailure(`--field takes NAME=VALUE, such as resolution=apology, not ${written}`, { exit: wrongUse });
  if (Object.hasOwn(texts, name)) throw new CliFailure(`--field ${name} is given twice`, { exit: wrongUse });
  return { ...texts, [name]: value };
}

/** What was typed, as the form of a task reads it. */
export function fieldsTyped(form: ApprovalForm | null, texts: FieldTexts): { fields?: DecisionFields } {
  if (Object.keys(texts).length === 0) return {};
  return { fields: form ? fieldsOfTexts(form, texts) : texts };
}
