import { Button, Checkbox } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { keysTexts } from '../texts/keys-texts.ts';
import { areKeysOn, setKeysOn, subscribeToKeys } from './single-keys.ts';
import { useKeys } from './use-keys.ts';
import './keys.css';

interface KeysHelpProps {
  keys: readonly (readonly [key: string, does: string])[];
}

const words = keysTexts;

/** Says which keys do what on a screen, and lets them be switched off. */
export function KeysHelp({ keys }: KeysHelpProps) {
  const [open, setOpen] = useState(false);
  const on = useSyncExternalStore(subscribeToKeys, areKeysOn);
  useKeys({ '?': () => setOpen(true) });
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {open ? (
        <Dialog title={words.title} close={close}>
          <dl className="keys">
            {[...keys, words.help].map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <Checkbox
            label={words.on}
            description={words.onHint}
            checked={on}
            onChange={({ currentTarget }) => setKeysOn(currentTarget.checked)}
          />
          <div className="dialog-actions">
            <Button onClick={close}>{words.close}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
