import { useEffect, useRef } from 'react';
import { areKeysOn } from './single-keys.ts';

/** What a key does, by the letter or sign it types. */
export type KeyActs = Readonly<Record<string, () => void>>;

const typedInto = 'input, textarea, select, [contenteditable="true"]';

/** Single keys, which do nothing while one types, while a dialog is open, with another key held, or switched off. */
export function useKeys(acts: KeyActs): void {
  const current = useRef(acts);
  useEffect(() => {
    current.current = acts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = isForKeys(event) ? current.current[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function isForKeys({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || metaKey || altKey || !areKeysOn()) return false;
  return !(target instanceof Element && target.closest(typedInto)) && !document.querySelector('dialog[open]');
}
