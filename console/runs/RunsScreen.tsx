import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../parts/Page.tsx';
import { useMayStart } from '../parts/use-may-start.ts';
import { runsTexts } from '../texts/runs-texts.ts';
import { RunFilters } from './RunFilters.tsx';
import { RunList } from './RunList.tsx';
import { RunViews } from './RunViews.tsx';
import { filtersOf, isFiltered, type RunSearch } from './run-search.ts';
import './runs.css';

/** All runs, newest first, as far as one may see them. */
export function RunsScreen() {
  const search = useSearch({ from: '/runs' });
  const mayStart = useMayStart();
  const navigate = useNavigate({ from: '/runs' });
  const change = (next: RunSearch) => void navigate({ search: next, replace: true });
  const filters = filtersOf(search);
  return (
    <Page
      title={runsTexts.title}
      lead={search.attention ? runsTexts.attentionLeads[search.attention] : runsTexts.lead}
      actions={mayStart ? <ToStart /> : null}
    >
      <RunViews search={search} />
      <RunFilters search={search} change={change} />
      <RunList key={JSON.stringify(filters)} filters={filters} filtered={isFiltered(search)} />
    </Page>
  );
}

function ToStart() {
  return <Button renderRoot={(props) => <Link to="/start" {...props} />}>{runsTexts.start}</Button>;
}
