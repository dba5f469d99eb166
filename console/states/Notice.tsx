import type { ReactNode } from 'react';
import './notice.css';

interface NoticeProps {
  tone: 'calm' | 'warning' | 'wrong';
  title: string;
  children?: ReactNode;
  /** The way out. */
  actions?: ReactNode;
}

/** What stands where content would be, or above it: what happened, and what to do. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <section className="notice" data-tone={tone} role={tone === 'wrong' ? 'alert' : 'status'}>
      <h2 className="notice-title">{title}</h2>
      {children}
      {actions ? <div className="notice-actions">{actions}</div> : null}
    </section>
  );
}
