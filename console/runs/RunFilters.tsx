import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Attention } from '#contracts/http/run.ts';
import { RunStatus } from '#contracts/run.ts';
import { processesQuery } from '../ask/processes.ts';
import { texts } from '../texts/index.ts';
import { isFiltered, type RunSearch } from './run-search.ts';
import { useIsNarrow } from './use-is-narrow.ts';

interface RunFiltersProps {
  search: RunSearch;
  change(search: RunSearch): void;
}

const words = texts.runs.filters;
const settleMs = 300;

/** What of the list one wants to see. Typing settles for a moment before it is looked for. */
export function RunFilters({ search, change }: RunFiltersProps) {
  const set = (part: Partial<Record<keyof RunSearch, string>>) => change({ ...search, ...part } as RunSearch);
  const narrow = useIsNarrow();
  const parts = <FilterParts search={search} set={set} />;
  return (
    <search className="run-filters" aria-label={words.label}>
      <Find q={search.q ?? ''} find={(q) => set({ q })} />
      {narrow ? (
        <details className="run-filters-more" open={isFiltered({ ...search, q: undefined })}>
          <summary>{words.more}</summary>
          <div className="run-filters-parts">{parts}</div>
        </details>
      ) : (
        parts
      )}
      {isFiltered(search) ? (
        <Button className="run-filters-clear" variant="default" onClick={() => change({} as RunSearch)}>
          {words.clear}
        </Button>
      ) : null}
    </search>
  );
}

interface FilterPartsProps {
  search: RunSearch;
  set(part: Partial<Record<keyof RunSearch, string>>): void;
}

function FilterParts({ search, set }: FilterPartsProps) {
  const { data: processes } = useQuery(processesQuery);
  return (
    <>
      <NativeSelect
        label={words.process}
        value={search.process ?? ''}
        onChange={({ currentTarget }) => set({ process: currentTarget.value })}
        data={[
          { value: '', label: words.anyProcess },
          ...(processes?.items ?? []).map(({ name, title }) => ({ value: name, label: title })),
        ]}
      />
      <NativeSelect
        label={words.status}
        value={search.status ?? ''}
        onChange={({ currentTarget }) => set({ status: currentTarget.value })}
        data={[
          { value: '', label: words.anyStatus },
          ...RunStatus.options.map((value) => ({ value, label: texts.runs.status[value] })),
        ]}
      />
      <NativeSelect
        label={words.attention}
        value={search.attention ?? ''}
        onChange={({ currentTarget }) => set({ attention: currentTarget.value })}
        data={[
          { value: '', label: words.anyAttention },
          ...Attention.options.map((value) => ({ value, label: texts.runs.attention[value] })),
        ]}
      />
      <DayInput label={words.from} day={search.from} set={(from) => set({ from })} />
      <DayInput label={words.to} day={search.to} set={(to) => set({ to })} />
    </>
  );
}

function Find({ q, find }: { q: string; find(q: string): void }) {
  const [typed, setTyped] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(q), [q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => find(text.trim()), settleMs);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    clearTimeout(timer.current);
    find(typed.trim());
  };
  return (
    <form className="run-filters-find" onSubmit={submit}>
      <TextInput
        type="search"
        label={words.q}
        placeholder={words.qHint}
        maxLength={200}
        value={typed}
        onChange={({ currentTarget }) => settle(currentTarget.value)}
      />
    </form>
  );
}

function DayInput({ label, day, set }: { label: string; day: string | undefined; set(day: string): void }) {
  return (
    <TextInput type="date" label={label} value={day ?? ''} onChange={({ currentTarget }) => set(currentTarget.value)} />
  );
}
