import { type ReactNode, useEffect } from 'react';
import { shellTexts } from '../texts/shell-texts.ts';
import './page.css';

interface PageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen: its name, also in the browser's tab, what it is for, what can be done here, and what there is. */
export function Page({ title, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = shellTexts.title(title);
  }, [title]);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {lead ? <div className="page-lead soft">{lead}</div> : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </div>
      {children}
    </>
  );
}
