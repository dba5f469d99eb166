import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { RunDetail } from '#contracts/http/run.ts';
import { usePersonName } from '../parts/use-person-name.ts';
import { runTexts } from '../texts/run-texts.ts';
import { sayNow } from './say-now.ts';
import { Timeline } from './Timeline.tsx';

/** The story of the run in plain words, with what is on record of it for those who want to check. */
export function TimelineCard({ detail }: { detail: RunDetail }) {
  const nameOf = usePersonName();
  const [recorded, setRecorded] = useState(false);
  return (
    <section className="card run-timeline" aria-labelledby="timeline">
      <div className="run-timeline-head">
        <h2 id="timeline">{runTexts.timeline}</h2>
        <Checkbox
          label={runTexts.onRecord}
          checked={recorded}
          onChange={({ currentTarget }) => setRecorded(currentTarget.checked)}
        />
      </div>
      <Timeline
        detail={detail}
        now={detail.run.status === 'closed' ? undefined : sayNow(detail, nameOf)}
        recorded={recorded}
      />
    </section>
  );
}
