import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { processesQuery } from '../ask/processes.ts';
import { Page } from '../parts/Page.tsx';
import { Failed } from '../states/Failed.tsx';
import { Notice } from '../states/Notice.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { startTexts } from '../texts/start-texts.ts';
import { NothingToStart } from './NothingToStart.tsx';
import './start.css';

/** What can be started here. */
export function StartScreen() {
  const processes = useQuery(processesQuery);
  const offered = processes.data?.items.filter(({ mayStart }) => mayStart);
  return (
    <Page title={startTexts.title} lead={startTexts.lead}>
      {processes.isPending ? <Waiting /> : null}
      {processes.isError ? <Failed error={processes.error} retry={() => void processes.refetch()} /> : null}
      {processes.data?.items.length === 0 ? (
        <Notice tone="calm" title={startTexts.empty.title}>
          <p>{startTexts.empty.advice}</p>
        </Notice>
      ) : null}
      {processes.data && processes.data.items.length > 0 && offered?.length === 0 ? <NothingToStart /> : null}
      <ul className="start-list">
        {offered?.map(({ name, title, description }) => (
          <li key={name} className="card start-choice">
            <h2>
              <Link to="/start/$process" params={{ process: name }}>
                {title}
              </Link>
            </h2>
            <p className="soft">{description}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
