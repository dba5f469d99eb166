import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ApprovalPriority, InboxPart } from '#contracts/inbox.ts';
import { processesQuery } from '../ask/processes.ts';
import { FilterSelect } from '../parts/FilterSelect.tsx';
import { useIsNarrow } from '../parts/use-is-narrow.ts';
import { inboxTexts } from '../texts/inbox-texts.ts';
import { type InboxSearch, isFiltered, parseInboxSearch } from './inbox-search.ts';

interface InboxFiltersProps {
  search: InboxSearch;
  change(search: InboxSearch): void;
}

const words = inboxTexts.filters;

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
      <FilterSelect
        label={words.asked}
        any={words.anybody}
        value={search.asked}
        choose={(asked) => set({ asked })}
        options={InboxPart.options.map((value) => ({ value, label: words.parts[value] }))}
      />
      <FilterSelect
        label={words.process}
        any={words.anyProcess}
        value={search.process}
        choose={(process) => set({ process })}
        options={processes?.items.map(({ name, title }) => ({ value: name, label: title }))}
      />
      <FilterSelect
        label={words.priority}
        any={words.anyPriority}
        value={search.priority}
        choose={(priority) => set({ priority })}
        options={ApprovalPriority.options.toReversed().map((value) => ({ value, label: inboxTexts.priority[value] }))}
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
