import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RunListStatus } from '#contracts/http/run.ts';
import { EmailAddress } from '#contracts/text.ts';
import { processesQuery } from '../ask/processes.ts';
import { sayCount } from '../format/amounts.ts';
import { FilterSelect } from '../parts/FilterSelect.tsx';
import { SettledInput } from '../parts/SettledInput.tsx';
import { useIsNarrow } from '../parts/use-is-narrow.ts';
import { runsTexts } from '../texts/runs-texts.ts';
import { countFilters, isFiltered, type RunSearch } from './run-search.ts';
import { WaitsForSelect } from './WaitsForSelect.tsx';

interface RunFiltersProps {
  search: RunSearch;
  change(search: RunSearch): void;
}

const words = runsTexts.filters;

/** What of the list one wants to see. */
export function RunFilters({ search, change }: RunFiltersProps) {
  const set = (part: Partial<Record<keyof RunSearch, string>>) => change({ ...search, ...part } as RunSearch);
  const narrow = useIsNarrow();
  const parts = <FilterParts search={search} set={set} />;
  return (
    <search className="run-filters" aria-label={words.label}>
      <div className="run-filters-find">
        <SettledInput
          type="search"
          label={words.q}
          placeholder={words.qHint}
          maxLength={200}
          value={search.q ?? ''}
          settle={(q) => set({ q })}
        />
      </div>
      {narrow ? <MoreFilters count={countFilters(search)}>{parts}</MoreFilters> : parts}
      {isFiltered(search) ? (
        <Button className="run-filters-clear" variant="default" onClick={() => change({} as RunSearch)}>
          {words.clear}
        </Button>
      ) : null}
    </search>
  );
}

function MoreFilters({ count, children }: { count: number; children: React.ReactNode }) {
  return (
    <details className="run-filters-more">
      <summary>{count === 0 ? words.more : words.moreSet(sayCount(count))}</summary>
      <div className="run-filters-parts">{children}</div>
    </details>
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
      <FilterSelect
        label={words.process}
        any={words.anyProcess}
        value={search.process}
        choose={(process) => set({ process })}
        options={processes?.items.map(({ name, title }) => ({ value: name, label: title }))}
      />
      <FilterSelect
        label={words.status}
        any={words.anyStatus}
        value={search.status}
        choose={(status) => set({ status })}
        options={RunListStatus.options.map((value) => ({ value, label: runsTexts.status[value] }))}
      />
      <WaitsForSelect value={search.waitsFor} choose={(waitsFor) => set({ waitsFor })} />
      <SettledInput
        label={words.order}
        placeholder={words.orderHint}
        maxLength={40}
        value={search.order ?? ''}
        settle={(order) => set({ order })}
      />
      <SettledInput
        label={words.subject}
        placeholder={words.subjectHint}
        maxLength={254}
        value={search.subject ?? ''}
        settle={(subject) => set({ subject })}
        problemOf={(text) => (EmailAddress.safeParse(text).success ? undefined : words.noAddress)}
      />
      <DayInput label={words.from} day={search.from} set={(from) => set({ from })} />
      <DayInput label={words.to} day={search.to} set={(to) => set({ to })} />
    </>
  );
}

function DayInput({ label, day, set }: { label: string; day: string | undefined; set(day: string): void }) {
  return (
    <TextInput type="date" label={label} value={day ?? ''} onChange={({ currentTarget }) => set(currentTarget.value)} />
  );
}
