import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { RunDetail } from '#contracts/http/run.ts';
import { pollPace } from '../ask/poll-pace.ts';
import { runQuery } from '../ask/runs.ts';
import { Page } from '../parts/Page.tsx';
import { RunState } from '../parts/RunState.tsx';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { Failed } from '../states/Failed.tsx';
import { Stale } from '../states/Stale.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { runTexts } from '../texts/run-texts.ts';
import { OperateRun } from './OperateRun.tsx';
import { RunChildren } from './RunChildren.tsx';
import { RunFacts } from './RunFacts.tsx';
import { RunInput } from './RunInput.tsx';
import { RunLooks } from './RunLooks.tsx';
import { RunMessages } from './RunMessages.tsx';
import { RunPathCard } from './RunPathCard.tsx';
import { RunPerhapsPaid } from './RunPerhapsPaid.tsx';
import { RunQuestions } from './RunQuestions.tsx';
import { RunSummary } from './RunSummary.tsx';
import { RunTasks } from './RunTasks.tsx';
import { TimelineCard } from './TimelineCard.tsx';
import { Withheld } from './Withheld.tsx';
import './run.css';

const pace = {
  open: { fastestMs: 1_500, slowestMs: 15_000 },
  // A run that is over moves only where an operator has it done again.
  closed: { fastestMs: 15_000, slowestMs: 60_000 },
};

/** One run from what came in to what became of it, followed while it goes on. */
export function RunScreen() {
  const { id } = useParams({ from: '/runs/$id' });
  return <OneRun key={id} id={id} />;
}

function OneRun({ id }: { id: string }) {
  const [paces] = useState(() => ({ open: pollPace(pace.open), closed: pollPace(pace.closed) }));
  const run = useQuery({
    ...runQuery(id),
    refetchInterval: (query) => (query.state.data?.run.status === 'closed' ? paces.closed(query) : paces.open(query)),
  });
  if (run.data) return <Shown detail={run.data} stale={<Stale query={run} />} />;
  return (
    <Page title={runTexts.title} lead={<Back />}>
      {run.isPending ? <Waiting /> : <Failed error={run.error} retry={() => void run.refetch()} />}
    </Page>
  );
}

function Back() {
  return <Link to="/runs">{runTexts.back}</Link>;
}

function Shown({ detail, stale }: { detail: RunDetail; stale: React.ReactNode }) {
  const titleOf = useProcessTitle();
  const { run, seesPersonalData: sees, temporalUi } = detail;
  return (
    <Page
      title={[titleOf(run.process), run.reference].filter(Boolean).join(', ')}
      lead={
        <span className="run-lead">
          <RunState run={run} /> <Back />
          {temporalUi ? <a href={temporalUi}>{runTexts.temporalUi}</a> : null}
        </span>
      }
      actions={detail.mayOperate ? <OperateRun detail={detail} /> : null}
    >
      {stale}
      <div className="run-top">
        <RunSummary detail={detail} />
        {sees ? null : <Withheld />}
      </div>
      <div className="run-parts">
        <TimelineCard detail={detail} />
        <div className="run-side">
          <RunPathCard path={detail.path} />
          <RunFacts run={run} />
          <RunTasks approvals={detail.approvals} sees={sees} />
          <RunInput input={run.input} />
          <RunQuestions questions={detail.questions} messages={detail.messages} />
          <RunMessages messages={detail.messages} />
          <RunPerhapsPaid perhapsPaid={detail.perhapsPaid} />
          <RunChildren childRuns={detail.children} />
          <RunLooks looks={detail.looks} />
        </div>
      </div>
    </Page>
  );
}
