import { type ReactNode, useState } from 'react';

interface FoldedProps {
  title: string;
  children: ReactNode;
}

/** What is asked for and shown once somebody opens it. */
export function Folded({ title, children }: FoldedProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details className="small" onToggle={({ currentTarget }) => setOpened((before) => before || currentTarget.open)}>
      <summary>{title}</summary>
      {opened ? children : null}
    </details>
  );
}
