import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { peopleQuery } from '../ask/registry.ts';
import { Failed } from '../states/Failed.tsx';
import { NotTaken } from '../states/NotTaken.tsx';
import { awayTexts } from '../texts/away-texts.ts';
import { DelegationFields } from './DelegationFields.tsx';
import { findMistakes } from './delegation-draft.ts';
import { useMaking } from './use-making.ts';

const words = awayTexts.form;

interface DelegationFormProps {
  me: string;
  tell(text: string): void;
}

/** Says what is wrong where it is typed once one asks for it to be done; what was typed stays until it is done. */
export function DelegationForm({ me, tell }: DelegationFormProps) {
  const people = useQuery(peopleQuery);
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const others = people.data?.people.filter(({ id, standing }) => standing && id !== me);
  const { draft, change, forget, making, refused } = useMaking({
    made: ({ to }) => {
      setTried(false);
      tell(words.done(others?.find(({ id }) => id === to)?.name ?? to));
    },
  });
  // What the API alone refuses is marked after its answer: one is led there once it stands on the page.
  useEffect(() => {
    if (making.error) leadToMistake(form);
  }, [making.error]);
  const found = findMistakes(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(found).length === 0) making.mutate(draft);
    else requestAnimationFrame(() => leadToMistake(form));
  };
  return (
    <form ref={form} className="card away-form" aria-labelledby="away-form" onSubmit={submit} noValidate>
      <h2 id="away-form">{words.title}</h2>
      {people.isError && !people.data ? <Failed error={people.error} retry={() => void people.refetch()} /> : null}
      {others?.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <>
          <DelegationFields
            people={others}
            draft={draft}
            change={change}
            mistakes={tried ? { ...refused, ...found } : {}}
          />
          {making.isError && Object.keys(refused).length === 0 ? (
            <NotTaken error={making.error} again={() => making.mutate(draft)} />
          ) : null}
          <div className="away-actions">
            <Button type="submit" loading={making.isPending}>
              {words.submit}
            </Button>
            <Button variant="default" onClick={forget}>
              {words.clear}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function leadToMistake(form: RefObject<HTMLFormElement | null>): void {
  form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
}
