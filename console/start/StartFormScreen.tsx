import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { processQuery } from '../ask/processes.ts';
import { Page } from '../parts/Page.tsx';
import { Failed } from '../states/Failed.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { startTexts } from '../texts/start-texts.ts';
import { NothingToStart } from './NothingToStart.tsx';
import { StartForm } from './StartForm.tsx';
import './start.css';

/** The form of one process, made from what the process says it takes. */
export function StartFormScreen() {
  const { process: name } = useParams({ from: '/start/$process' });
  const process = useQuery(processQuery(name));
  const { title = startTexts.title, description } = process.data ?? {};
  return (
    <Page title={title} lead={description} actions={<Link to="/start">{startTexts.other}</Link>}>
      {process.isPending ? <Waiting /> : null}
      {process.isError ? <Failed error={process.error} retry={() => void process.refetch()} /> : null}
      {process.data?.mayStart ? <StartForm key={name} process={process.data} /> : null}
      {process.data?.mayStart === false ? <NothingToStart /> : null}
    </Page>
  );
}
