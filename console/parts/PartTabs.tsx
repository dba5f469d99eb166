import type { ReactNode } from 'react';
import './part-tabs.css';

/** The parts of a place, each with an address of its own. */
export function PartTabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="part-tabs" aria-label={label}>
      {children}
    </nav>
  );
}
