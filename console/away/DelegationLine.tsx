import { Button } from '@mantine/core';
import type { DelegationItem } from '#contracts/http/delegation.ts';
import { Moment } from '../parts/Moment.tsx';
import { State } from '../parts/State.tsx';
import { useNow } from '../parts/use-now.ts';
import { usePersonName } from '../parts/use-person-name.ts';
import { awayTexts } from '../texts/away-texts.ts';
import type { Side } from './side.ts';

const words = awayTexts;

interface DelegationLineProps {
  item: DelegationItem;
  side: Side;
  end(): void;
}

/** Who acts for whom from when until when, why, and the way to end it. */
export function DelegationLine({ item, side, end }: DelegationLineProps) {
  const nameOf = usePersonName();
  const counts = Date.parse(item.starts) <= useNow();
  const { id, starts, ends, reason, madeBy, from } = item;
  return (
    <li>
      <div className="things-head">
        <strong id={id}>{words[side].line(nameOf(side === 'from' ? item.to : from))}</strong>
        <State tone={counts ? 'good' : 'going'}>{counts ? words.now : words.later}</State>
      </div>
      <p>
        {words.span.from} <Moment at={starts} /> {words.span.until} <Moment at={ends} />
      </p>
      {reason ? <p className="soft away-reason">{reason}</p> : null}
      {madeBy === from ? null : <p className="small soft">{words.madeBy(nameOf(madeBy))}</p>}
      <div>
        <Button variant="default" size="compact-sm" aria-describedby={id} onClick={end}>
          {words.end.open}
        </Button>
      </div>
    </li>
  );
}
