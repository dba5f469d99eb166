import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ApprovalPriority, InboxPart } from '#contracts/inbox.ts';
import { processesQuery } from '../ask/processes.ts';
import { useIsNarrow } from '../runs/use-is-narrow.ts';
import { texts } from '../texts/index.ts';
import { type InboxSearch, isFiltered, parseInboxSearch } from './inbox-search.ts';

interface InboxFiltersProps {
  search: InboxSearch;
  change(search: InboxSearch): void;
}

const words = texts.inbox.filters;

/** What of the inbox one wants to see. It stands in the address, so that it can be kept and shared. */
export function InboxFilters({ search, change }: InboxFiltersProps) {
  const narrow = useIsNarrow();
  const parts = <FilterParts search={search} change={change} />;
  return (
    <search aria-label={words.label}>
      {narrow ? (
        <details className="inbox-filters-more" open={isFiltered(search)}>
          <summary>{words.more}</summary>
          {parts}
        </details>
      ) : (
        parts
      )}
    </search>
  );
}

function FilterParts({ search, change }: InboxFiltersProps) {
  const { data: processes } = useQuery(processesQuery);
  const set = (part: Partial<Record<keyof InboxSearch, string>>) => change(parseInboxSearch({ ...search, ...part }));
  return (
    <div className="inbox-filters">
      <NativeSelect
        label={words.asked}
        value={search.asked ?? ''}
        onChange={({ currentTarget }) => set({ asked: currentTarget.value })}
        data={[
          { value: '', label: words.anybody },
          ...InboxPart.options.map((value) => ({ value, label: words.parts[value] })),
        ]}
      />
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
        label={words.priority}
        value={search.priority ?? ''}
        onChange={({ currentTarget }) => set({ priority: currentTarget.value })}
        data={[
          { value: '', label: words.anyPriority },
          ...ApprovalPriority.options.toReversed().map((value) => ({ value, label: texts.inbox.priority[value] })),
        ]}
      />
      <Checkbox
        label={words.overdue}
        checked={search.overdue === 'true'}
        onChange={({ currentTarget }) => set({ overdue: currentTarget.checked ? 'true' : '' })}
      />
      {isFiltered(search) ? (
        <Button variant="default" onClick={() => change({})}>
          {words.clear}
        </Button>
      ) : null}
    </div>
  );
}
