import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { Failed } from '../states/Failed.tsx';
import { texts } from '../texts/index.ts';

interface ReasonDialogProps {
  words: { title: string; about: string; confirm: string };
  dangerous: boolean;
  act(reason: string): Promise<void>;
  close(): void;
  children: ReactNode;
}

const longest = 1_000;

/** Asks whether it is meant, and why, before something is done to a run. */
export function ReasonDialog({ words, dangerous, act, close, children }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const acting = useMutation({ mutationFn: act, onSuccess: close });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim().replace(/\s+/g, ' ');
    setMissing(given === '');
    if (given !== '') acting.mutate(given);
  };
  return (
    <Dialog title={words.title} close={close}>
      <form onSubmit={submit} noValidate>
        <p className="soft">{words.about}</p>
        {children}
        <Textarea
          label={texts.run.reason}
          description={texts.run.reasonHint}
          error={missing ? texts.run.reasonMissing : null}
          maxLength={longest}
          rows={3}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {acting.isError ? <Failed error={acting.error} /> : null}
        <div className="dialog-actions">
          <Button variant="default" onClick={close}>
            {texts.run.keep}
          </Button>
          <Button type="submit" loading={acting.isPending} {...(dangerous ? { color: 'red' } : {})}>
            {words.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
