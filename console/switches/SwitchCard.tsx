import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SwitchItem } from '#contracts/http/switch.ts';
import { liftSwitch } from '../ask/switches.ts';
import { Facts } from '../parts/Facts.tsx';
import { Moment } from '../parts/Moment.tsx';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { State } from '../parts/State.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { switchTexts } from '../texts/switch-texts.ts';
import { useTargetName } from './use-target-name.ts';

const words = switchTexts;

/** A switch: what it stops, on whose word and why, and how many runs wait for it. */
export function SwitchCard({ item }: { item: SwitchItem }) {
  const nameOf = usePersonName();
  const targetName = useTargetName();
  const { lifted } = item;
  return (
    <li className="card">
      <h3>
        {targetName(item.target)} {lifted ? null : <State tone="wrong">{words.off}</State>}
      </h3>
      <Facts
        facts={[
          { name: words.why, value: item.reason },
          { name: words.pulledBy, value: nameOf(item.pulledBy) },
          { name: words.since, value: <Moment at={item.pulledAt} /> },
          { name: words.waiting, value: lifted ? null : words.waitingRuns(item.waiting) },
          { name: words.liftedBy, value: lifted ? nameOf(lifted.by) : null },
          { name: words.liftedAt, value: lifted ? <Moment at={lifted.at} /> : null },
          { name: words.liftedWhy, value: lifted?.reason },
        ]}
      />
      {lifted ? null : <Lift item={item} name={targetName(item.target)} />}
    </li>
  );
}

function Lift({ item, name }: { item: SwitchItem; name: string }) {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  if (!item.mayLift) return <p className="soft small">{words.lift.notYours}</p>;
  const act = async (reason: string) => {
    await liftSwitch(item.id, reason);
    await queries.invalidateQueries({ queryKey: ['switches'] });
    setAsking(false);
  };
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.lift.open}
      </Button>
      {asking ? (
        <ReasonDialog words={words.lift} dangerous={false} act={act} close={() => setAsking(false)}>
          <p>
            <strong>{name}</strong>
          </p>
        </ReasonDialog>
      ) : null}
    </div>
  );
}
