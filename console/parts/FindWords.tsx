import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import './find-words.css';

interface FindWordsProps {
  label: string;
  hint: string;
  q: string | undefined;
  find(q: string | undefined): void;
}

const settleMs = 150;

/** Where the words are typed that a page is searched for; they settle for a moment before they are in the address. */
export function FindWords({ label, hint, q = '', find }: FindWordsProps) {
  const [typed, setTyped] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(q), [q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => find(text.trim() || undefined), settleMs);
  };
  return (
    <search className="find-words">
      <TextInput
        type="search"
        label={label}
        placeholder={hint}
        maxLength={200}
        value={typed}
        onChange={({ currentTarget }) => settle(currentTarget.value)}
      />
    </search>
  );
}
