import { Button, NativeSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { SwitchTarget, switchKinds } from '#contracts/switch.ts';
import { pullSwitch, switchPreviewQuery } from '../ask/switches.ts';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { switchTexts } from '../texts/switch-texts.ts';
import { SwitchPreviewed } from './SwitchPreviewed.tsx';
import { targetChoices } from './target-choices.ts';
import { useTargetName } from './use-target-name.ts';

const words = switchTexts;

/** Chooses what is to be switched off, shows what would wait, and asks whether it is meant, and why. */
export function SwitchOff({ registry }: { registry: RegistryAnswer }) {
  const [kind, setKind] = useState<SwitchTarget['kind']>('model');
  const [chosen, setChosen] = useState('');
  const [asking, setAsking] = useState(false);
  const choices = targetChoices(registry, kind);
  const name = (choices.find(({ value }) => value === chosen) ?? choices[0])?.value;
  const target = SwitchTarget.safeParse(kind === 'everything' ? { kind } : { kind, name }).data;
  return (
    <section className="card switch-off" aria-labelledby="switch-off">
      <h2 id="switch-off">{words.pull.title}</h2>
      <NativeSelect
        label={words.pull.kind}
        value={kind}
        onChange={({ currentTarget }) => setKind(currentTarget.value as SwitchTarget['kind'])}
        data={switchKinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      {choices.length > 0 ? (
        <NativeSelect
          label={words.pull.name}
          value={name ?? ''}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={[...choices]}
        />
      ) : null}
      {target ? <SwitchPreviewed target={target} /> : null}
      {target ? <Ask target={target} asking={asking} setAsking={setAsking} /> : null}
    </section>
  );
}

interface AskProps {
  target: SwitchTarget;
  asking: boolean;
  setAsking(asking: boolean): void;
}

function Ask({ target, asking, setAsking }: AskProps) {
  const queries = useQueryClient();
  const targetName = useTargetName();
  const { data: preview } = useQuery(switchPreviewQuery(target));
  const act = async (reason: string) => {
    await pullSwitch({ target, reason });
    await queries.invalidateQueries({ queryKey: ['switches'] });
    setAsking(false);
  };
  const { about, confirm, dialogTitle, open } = words.pull;
  return (
    <div>
      <Button color="red" disabled={!preview?.mayPull || preview.pulled !== null} onClick={() => setAsking(true)}>
        {open}
      </Button>
      {asking ? (
        <ReasonDialog
          words={{ title: dialogTitle(targetName(target)), about, confirm }}
          dangerous
          act={act}
          close={() => setAsking(false)}
        >
          <SwitchPreviewed target={target} />
        </ReasonDialog>
      ) : null}
    </div>
  );
}
