import { Button } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import type { Me } from '#contracts/http/person.ts';
import { useMayStart } from '../parts/use-may-start.ts';
import { shellTexts } from '../texts/shell-texts.ts';
import { SchemeSwitch } from './SchemeSwitch.tsx';
import { SignedIn } from './SignedIn.tsx';

const inbox = { to: '/inbox', name: shellTexts.inbox, holds: ['/inbox/', '/approvals/'] } as const;
const runs = { to: '/runs', name: shellTexts.runs, holds: ['/runs/'] } as const;
const start = { to: '/start', name: shellTexts.start, holds: ['/start/'] } as const;
const question = { to: '/ask', name: shellTexts.ask, holds: ['/ask/'] } as const;
const registry = { to: '/registry', name: shellTexts.registry, holds: ['/registry/'] } as const;
const mailbox = { to: '/mailbox', name: shellTexts.mailbox, holds: ['/mailbox/'] } as const;

/** Where one can go, and who one is. On a narrow screen it opens from a bar at the top. */
export function SideBar({ me }: { me: Me | undefined }) {
  const [open, setOpen] = useState(false);
  const mayStart = useMayStart({ signedIn: me !== undefined });
  const hasMailbox = me?.places.includes('mailbox');
  const places = [inbox, runs, ...(mayStart ? [start] : []), question, registry, ...(hasMailbox ? [mailbox] : [])];
  const at = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <header className="side" data-open={open}>
      <div className="side-top">
        <Link className="brand" to="/inbox">
          <BrandMark />
          {shellTexts.product}
        </Link>
        <Button
          className="side-toggle"
          variant="default"
          aria-expanded={open}
          aria-controls="places"
          onClick={() => setOpen(!open)}
        >
          {open ? shellTexts.closeMenu : shellTexts.menu}
        </Button>
      </div>
      <div className="side-body" id="places">
        <nav aria-label={shellTexts.places}>
          {places.map(({ to, name, holds }) => (
            <Link
              key={to}
              className={holds.some((place) => at.startsWith(place)) ? 'place active' : 'place'}
              to={to}
              activeOptions={{ exact: true, includeSearch: false }}
              onClick={() => setOpen(false)}
            >
              {name}
            </Link>
          ))}
        </nav>
        {me ? <Elsewhere links={me.links} /> : null}
        <div className="side-end">
          <SchemeSwitch />
          {me ? <SignedIn me={me} /> : null}
        </div>
      </div>
    </header>
  );
}

function Elsewhere({ links }: Pick<Me, 'links'>) {
  return (
    <nav className="elsewhere" aria-label={shellTexts.elsewhere}>
      <p className="small soft">{shellTexts.elsewhere}</p>
      {links.map(({ href, name, about }) => (
        <a key={href} className="place" href={href} title={about}>
          {name}
        </a>
      ))}
    </nav>
  );
}

function BrandMark() {
  return (
    <svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
      <path d="M3 13 13 3" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
