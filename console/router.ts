import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  redirect,
} from '@tanstack/react-router';
import { createElement } from 'react';
import { parseInboxSearch } from './inbox/inbox-search.ts';
import { parseMailboxSearch } from './mailbox/mailbox-search.ts';
import { parseWordSearch } from './parts/word-search.ts';
import { parsePromptSearch } from './registry/prompt-search.ts';
import { parseRunSearch } from './runs/run-search.ts';
import { NotHere } from './shell/NotHere.tsx';
import { Shell } from './shell/Shell.tsx';
import { Failed } from './states/Failed.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotHere });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => createElement(Navigate, { to: '/inbox', replace: true }),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: parseInboxSearch,
  component: lazyRouteComponent(() => import('./inbox/InboxScreen.tsx'), 'InboxScreen'),
});

const away = createRoute({
  getParentRoute: () => root,
  path: '/inbox/away',
  component: lazyRouteComponent(() => import('./away/AwayScreen.tsx'), 'AwayScreen'),
});

const approval = createRoute({
  getParentRoute: () => root,
  path: '/approvals/$id',
  validateSearch: parseInboxSearch,
  component: lazyRouteComponent(() => import('./approval/ApprovalScreen.tsx'), 'ApprovalScreen'),
});

const runs = createRoute({
  getParentRoute: () => root,
  path: '/runs',
  validateSearch: parseRunSearch,
  component: lazyRouteComponent(() => import('./runs/RunsScreen.tsx'), 'RunsScreen'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/runs/$id',
  component: lazyRouteComponent(() => import('./run/RunScreen.tsx'), 'RunScreen'),
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: lazyRouteComponent(() => import('./start/StartScreen.tsx'), 'StartScreen'),
});

const startOne = createRoute({
  getParentRoute: () => root,
  path: '/start/$process',
  component: lazyRouteComponent(() => import('./start/StartFormScreen.tsx'), 'StartFormScreen'),
});

const question = createRoute({
  getParentRoute: () => root,
  path: '/ask',
  component: lazyRouteComponent(() => import('./question/QuestionScreen.tsx'), 'QuestionScreen'),
});

const registry = createRoute({
  getParentRoute: () => root,
  path: '/registry',
  beforeLoad: () => redirect({ to: '/registry/$part', params: { part: 'processes' }, replace: true, throw: true }),
});

const registryPart = createRoute({
  getParentRoute: () => root,
  path: '/registry/$part',
  validateSearch: parseWordSearch,
  component: lazyRouteComponent(() => import('./registry/RegistryScreen.tsx'), 'RegistryScreen'),
});

const switches = createRoute({
  getParentRoute: () => root,
  path: '/registry/switches',
  component: lazyRouteComponent(() => import('./switches/SwitchesScreen.tsx'), 'SwitchesScreen'),
});

const budgets = createRoute({
  getParentRoute: () => root,
  path: '/registry/budgets',
  component: lazyRouteComponent(() => import('./budgets/BudgetsScreen.tsx'), 'BudgetsScreen'),
});

const prompt = createRoute({
  getParentRoute: () => root,
  path: '/registry/prompts/$process/$prompt',
  validateSearch: parsePromptSearch,
  component: lazyRouteComponent(() => import('./registry/PromptScreen.tsx'), 'PromptScreen'),
});

const mailbox = createRoute({
  getParentRoute: () => root,
  path: '/mailbox',
  validateSearch: parseMailboxSearch,
  component: lazyRouteComponent(() => import('./mailbox/MailboxScreen.tsx'), 'MailboxScreen'),
});

const mailboxMessage = createRoute({
  getParentRoute: () => root,
  path: '/mailbox/$id',
  validateSearch: parseMailboxSearch,
  component: lazyRouteComponent(() => import('./mailbox/MailboxScreen.tsx'), 'MailboxScreen'),
});

const samples = createRoute({
  getParentRoute: () => root,
  path: '/mailbox/samples',
  validateSearch: parseWordSearch,
  component: lazyRouteComponent(() => import('./mailbox/SamplesScreen.tsx'), 'SamplesScreen'),
});

const routeTree = root.addChildren([
  home,
  inbox,
  away,
  approval,
  runs,
  run,
  start,
  startOne,
  question,
  registry,
  registryPart,
  switches,
  budgets,
  prompt,
  mailbox,
  mailboxMessage,
  samples,
]);

/** Filters stand in the address as plain words, so that a person can read it and another program can write it. */
export function createConsoleRouter() {
  const router = createRouter({
    routeTree,
    defaultErrorComponent: Failed,
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: sayAddress,
  });
  // Another screen is read from its beginning, by whoever goes by keyboard or ear too.
  router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) document.getElementById('content')?.focus({ preventScroll: true });
  });
  return router;
}

function sayAddress(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '');
  const text = new URLSearchParams(given as [string, string][]).toString();
  return text === '' ? '' : `?${text}`;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
