import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Failed } from '../states/Failed.tsx';
import { runTexts } from '../texts/run-texts.ts';
import { Dialog } from './Dialog.tsx';

interface ReasonDialogProps {
  words: { title: string; about: string; confirm: string };
  dangerous: boolean;
  /** Whether there is something to be confirmed. */
  ready?: boolean;
  act(reason: string): Promise<void>;
  close(): void;
  children: ReactNode;
}

const longest = 1_000;

/** Asks whether it is meant, and why, before something is done to a run. */
export function ReasonDialog({ words, dangerous, ready = true, act, close, children }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const acting = useMutation({ mutationFn: act });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim().replace(/\s+/g, ' ');
    setMissing(given === '');
    if (given !== '' && ready) acting.mutate(given);
  };
  return (
    <Dialog title={words.title} close={close}>
      <form onSubmit={submit} noValidate>
        <p className="soft">{words.about}</p>
        {children}
        <Textarea
          label={runTexts.reason}
          description={runTexts.reasonHint}
          error={missing ? runTexts.reasonMissing : null}
          maxLength={longest}
          rows={3}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {acting.isError ? <Failed error={acting.error} /> : null}
        <div className="dialog-actions">
          <Button variant="default" onClick={close}>
            {runTexts.keep}
          </Button>
          <Button type="submit" disabled={!ready} loading={acting.isPending} {...(dangerous ? { color: 'red' } : {})}>
            {words.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
