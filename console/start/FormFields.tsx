import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { labelOf } from '../format/label-of.ts';
import { startTexts } from '../texts/start-texts.ts';
import type { Mistakes } from './find-mistakes.ts';
import type { FormField } from './form-schema.ts';
import type { Typed } from './typed-values.ts';

export interface Typing {
  typed: Typed;
  change(typed: Typed): void;
  mistakes: Mistakes;
  /** Somebody went on from a field. */
  leave(path: string): void;
  /** Where these fields lie, with `/` at its end. */
  under?: string;
}

/** The controls of some fields, each with what it is for and what is wrong with it. */
export function FormFields({ fields, ...typing }: { fields: readonly FormField[] } & Typing) {
  return fields.map((field) => <Field key={field.name} field={field} {...typing} />);
}

function Field({ field, ...typing }: { field: FormField } & Typing) {
  const { name, control } = field;
  const { typed, change, mistakes, leave, under = '' } = typing;
  const path = under + name;
  const value = typed[name];
  const set = (next: Typed[string]) => change({ ...typed, [name]: next });
  const shown = {
    name: path,
    label: labelOf(name),
    description: field.description,
    error: mistakes[path] ?? mistakeBelow(path, mistakes),
    required: field.required,
    onBlur: () => leave(path),
  };
  const text = { value: typeof value === 'string' ? value : '' };
  switch (control.kind) {
    case 'line':
      return (
        <TextInput
          {...shown}
          {...text}
          type={control.inputType}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      );
    case 'moment':
      return (
        <TextInput
          {...shown}
          {...text}
          type="datetime-local"
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      );
    case 'text':
      return <Textarea {...shown} {...text} rows={8} onChange={({ currentTarget }) => set(currentTarget.value)} />;
    case 'lines':
      return (
        <Textarea
          {...shown}
          {...text}
          description={[field.description, startTexts.perLine].filter(Boolean).join(' ')}
          rows={2}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...shown}
          {...text}
          data={['', ...control.options]}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      );
    case 'tick':
      return (
        <Checkbox {...shown} checked={value === true} onChange={({ currentTarget }) => set(currentTarget.checked)} />
      );
    case 'groups':
      return (
        <FieldGroups
          label={shown.label}
          description={field.description}
          fields={control.fields}
          groups={Array.isArray(value) ? value : []}
          set={set}
          typing={{ ...typing, under: `${path}/` }}
        />
      );
  }
}

/** A list that is typed line by line shows what is wrong in one of them. */
function mistakeBelow(path: string, mistakes: Mistakes): string | undefined {
  return Object.entries(mistakes).find(([at]) => at.startsWith(`${path}/`))?.[1];
}

interface FieldGroupsProps {
  label: string;
  description: string | undefined;
  fields: readonly FormField[];
  groups: readonly Typed[];
  set(groups: Typed[]): void;
  typing: Typing;
}

/** A list of things with several fields each. */
export function FieldGroups({ label, description, fields, groups, set, typing }: FieldGroupsProps) {
  const { under = '' } = typing;
  const replace = (place: number, group: Typed) => set(groups.map((each, index) => (index === place ? group : each)));
  const placed = groups.map((group, place) => ({ group, place, path: `${under}${place}` }));
  return (
    <fieldset>
      <legend>{label}</legend>
      {description ? <p className="small soft">{description}</p> : null}
      {placed.map(({ group, place, path }) => (
        <div key={path} className="start-group">
          <FormFields
            fields={fields}
            {...typing}
            under={`${path}/`}
            typed={group}
            change={(next) => replace(place, next)}
          />
          <Button variant="default" size="compact-sm" onClick={() => set(groups.filter((_, index) => index !== place))}>
            {startTexts.remove}
          </Button>
        </div>
      ))}
      <Button variant="default" onClick={() => set([...groups, {}])}>
        {startTexts.add(label.toLowerCase())}
      </Button>
    </fieldset>
  );
}
