import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { takersQuery } from '../ask/approvals.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Failed } from '../states/Failed.tsx';
import { NotTaken } from '../states/NotTaken.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import { useActing } from './use-task-acts.ts';

const words = approvalTexts.give;

/** Asks to whom a task goes, among those who may decide on it. */
export function GiveDialog({ id, close }: { id: string; close(): void }) {
  const takers = useQuery(takersQuery(id));
  const acting = useActing(id);
  const [to, setTo] = useState('');
  const chosen = to || takers.data?.items[0]?.id || '';
  const give = () => acting.mutate({ verb: 'reassign', to: chosen }, { onSuccess: close });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give();
  };
  return (
    <Dialog title={words.title} close={close}>
      <form onSubmit={submit}>
        <p className="soft">{words.about}</p>
        {takers.isPending ? <Waiting /> : null}
        {takers.isError ? <Failed error={takers.error} retry={() => void takers.refetch()} /> : null}
        {takers.data?.items.length === 0 ? <p>{words.nobody}</p> : null}
        {takers.data && takers.data.items.length > 0 ? (
          <NativeSelect
            label={words.to}
            value={chosen}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
            data={takers.data.items.map(({ id: value, name }) => ({ value, label: name }))}
          />
        ) : null}
        {acting.isError ? <NotTaken error={acting.error} again={give} /> : null}
        <div className="dialog-actions">
          <Button variant="default" onClick={close}>
            {words.keep}
          </Button>
          <Button type="submit" disabled={chosen === ''} loading={acting.isPending}>
            {words.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
