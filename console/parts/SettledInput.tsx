import { TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';

interface SettledInputProps {
  label: string;
  value: string;
  settle(value: string): void;
  /** Says what is wrong with a text that cannot be looked for. */
  problemOf?(text: string): string | undefined;
  placeholder?: string;
  type?: 'search' | 'text';
  maxLength?: number;
}

const settleMs = 300;

/** Typing settles for a moment before it is looked for; Enter looks at once. */
export function SettledInput({ value, settle, problemOf, ...input }: SettledInputProps) {
  const [typed, setTyped] = useState(value);
  const [problem, setProblem] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = (text: string) => {
    clearTimeout(timer.current);
    const wrong = text === '' ? undefined : problemOf?.(text);
    setProblem(wrong);
    if (wrong === undefined) settle(text);
  };
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => look(text.trim()), settleMs);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look(typed.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput {...input} error={problem} value={typed} onChange={({ currentTarget }) => type(currentTarget.value)} />
    </form>
  );
}
