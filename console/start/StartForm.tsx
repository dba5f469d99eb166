import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import type { ProcessDetail } from '#contracts/http/process.ts';
import { failureOf } from '../ask/api-failure.ts';
import { createKeyFor } from '../ask/key-for.ts';
import { startRun } from '../ask/runs.ts';
import { useKeptDraft } from '../drafts/use-kept-draft.ts';
import { sayCount } from '../format/amounts.ts';
import { Failed } from '../states/Failed.tsx';
import { startTexts } from '../texts/start-texts.ts';
import { FormFields } from './FormFields.tsx';
import { createFindMistakes, type Mistakes, mistakesIn } from './find-mistakes.ts';
import { exampleIn, fieldsOf } from './form-schema.ts';
import { parseTyped, typedOf, valuesOf } from './typed-values.ts';

/** Says what is wrong where it is typed, once one has left the field; what was typed survives whatever happens. */
export function StartForm({ process }: { process: ProcessDetail }) {
  const navigate = useNavigate();
  const { draft, change, forget } = useKeptDraft(process.name, parseTyped);
  const fields = useMemo(() => fieldsOf(process.input), [process.input]);
  const example = exampleIn(process.input);
  const findMistakes = useMemo(() => createFindMistakes(process.input), [process.input]);
  const [keyFor] = useState(createKeyFor);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const values = valuesOf(fields, draft);
  const found = findMistakes(values);
  const starting = useMutation({
    mutationFn: () => startRun({ process: process.name, input: values, key: keyFor(values) }),
    onSuccess: ({ run }) => {
      forget();
      return navigate({ to: '/runs/$id', params: { id: run.id } });
    },
  });
  const refused = refusedPlaces(starting.error);
  const shown = { ...refused, ...Object.fromEntries(Object.entries(found).filter(([path]) => all || left.has(path))) };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAll(true);
    if (Object.keys(found).length === 0) starting.mutate();
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const optional = fields.filter(({ required }) => !required);
  const typing = { typed: draft, change, mistakes: shown, leave: (path: string) => setLeft(new Set([...left, path])) };
  return (
    <form ref={form} className="card start-form" onSubmit={submit} noValidate>
      {example === undefined ? null : (
        <div className="start-actions">
          <Button variant="default" size="compact-sm" onClick={() => change(typedOf(fields, example))}>
            {startTexts.example}
          </Button>
        </div>
      )}
      <FormFields fields={fields.filter(({ required }) => required)} {...typing} />
      {optional.length > 0 ? (
        <details className="start-more" open={optional.some(({ name }) => name in draft || isWrong(name, shown))}>
          <summary>{startTexts.more}</summary>
          <div>
            <FormFields fields={optional} {...typing} />
          </div>
        </details>
      ) : null}
      {all && Object.keys(found).length > 0 ? (
        <p className="strip" role="alert">
          {startTexts.mistakes(sayCount(Object.keys(found).length))}
        </p>
      ) : null}
      {starting.isError && Object.keys(refused).length === 0 ? (
        <Failed error={starting.error} retry={() => starting.mutate()} />
      ) : null}
      <div className="start-actions">
        <Button type="submit" loading={starting.isPending}>
          {startTexts.submit}
        </Button>
        <Button variant="default" onClick={forget}>
          {startTexts.clear}
        </Button>
        <span className="small soft">{startTexts.kept}</span>
      </div>
    </form>
  );
}

function isWrong(name: string, mistakes: Mistakes): boolean {
  return Object.keys(mistakes).some((path) => path === name || path.startsWith(`${name}/`));
}

function refusedPlaces(error: unknown): Mistakes {
  const failure = error ? failureOf(error) : undefined;
  return failure?.kind === 'problem' ? mistakesIn(failure.problem) : {};
}
