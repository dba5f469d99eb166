import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../parts/Page.tsx';
import { texts } from '../texts/index.ts';
import { RunFilters } from './RunFilters.tsx';
import { RunList } from './RunList.tsx';
import { RunViews } from './RunViews.tsx';
import { filtersOf, isFiltered, type RunSearch } from './run-search.ts';
import './runs.css';

/** All runs, newest first, as far as one may see them. */
export function RunsScreen() {
  const search = useSearch({ from: '/runs' });
  const navigate = useNavigate({ from: '/runs' });
  const change = (next: RunSearch) => void navigate({ search: next, replace: true });
  const filters = filtersOf(search);
  return (
    <Page
      title={texts.runs.title}
      lead={search.attention ? texts.runs.attentionLeads[search.attention] : texts.runs.lead}
      actions={<Button renderRoot={(props) => <Link to="/start" {...props} />}>{texts.runs.start}</Button>}
    >
      <RunViews search={search} />
      <RunFilters search={search} change={change} />
      <RunList key={JSON.stringify(filters)} filters={filters} filtered={isFiltered(search)} />
    </Page>
  );
}
