import type { Page } from 'playwright-core';
import type { Samples } from './work-samples.ts';

export interface Screen {
  /** Pictures are named by it. */
  name: string;
  /** The sample account that looks. */
  as: string;
  place: string | ((samples: Samples) => string);
  /** What it asks the API for, without which it has nothing to show; null where it is a page of the API itself. */
  asks: string | RegExp | null;
  /** Whether it asks again by itself, and so can be out of date. */
  isLive?: boolean;
  /** Whether it is shown before anything came in. */
  isEmptyAtFirst?: boolean;
  /** What else can be seen on it, by what a person does there. */
  more?: Readonly<Record<string, (page: Page) => Promise<unknown>>>;
}

/** Every screen of the console: a new one is one entry more. */
export const screens: readonly Screen[] = [
  { name: 'inbox', as: 'lee', place: '/inbox', asks: '**/api/approvals?*', isLive: true, isEmptyAtFirst: true },
  {
    name: 'away',
    as: 'max',
    place: '/inbox/away',
    asks: '**/api/delegations?*',
    isLive: true,
    isEmptyAtFirst: true,
    more: {
      mistakes: async (page) => {
        await page.getByRole('button', { name: 'Let them act for you' }).click();
        await page.getByText('Choose who acts for you').waitFor();
      },
      ending: async (page) => {
        await page.getByRole('button', { name: 'End …' }).first().click();
        await page.getByRole('dialog').waitFor();
      },
    },
  },
  {
    name: 'approval',
    as: 'lee',
    place: ({ task }) => `/approvals/${task}`,
    asks: /[/]api[/]approvals[/]apr_[^/]+$/,
    isLive: true,
    more: {
      edited: async (page) => {
        await page.getByRole('button', { name: 'Edit …' }).click();
        const text = page.getByLabel('Text', { exact: true });
        await text.fill((await text.inputValue()).replace('Kind regards', 'With kind regards'));
        await page.getByText('What changes in it').waitFor();
      },
      rejecting: async (page) => {
        await page.getByRole('button', { name: 'Reject …' }).click();
        await page.getByLabel('Why?').fill('Name the carrier too.');
      },
      leaving: async (page) => {
        await page.getByRole('button', { name: 'Reject …' }).click();
        await page.getByLabel('Why?').fill('Name the carrier too.');
        await page.getByRole('link', { name: 'Runs', exact: true }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
  },
  {
    name: 'approval-decided',
    as: 'ada',
    place: ({ decidedTask }) => `/approvals/${decidedTask}`,
    asks: /[/]api[/]approvals[/]apr_[^/]+$/,
  },
  {
    name: 'approval-marked',
    as: 'lee',
    place: ({ markedTask }) => `/approvals/${markedTask}`,
    asks: /[/]api[/]approvals[/]apr_[^/]+$/,
    more: {
      edited: async (page) => {
        await page.getByRole('button', { name: 'Edit …' }).click();
        const text = page.getByLabel('Text', { exact: true });
        await text.fill((await text.inputValue()).replace(/ We refund you.*/, ''));
        await page.getByText(/things? in it that no record has/).waitFor();
      },
    },
  },
  {
    name: 'question',
    as: 'sam',
    place: '/ask',
    asks: null,
  },
  { name: 'link', as: 'ada', place: ({ link }) => link, asks: null },
  {
    name: 'runs',
    as: 'oz',
    place: '/runs',
    asks: '**/api/runs?*',
    isLive: true,
    isEmptyAtFirst: true,
    more: {
      'nothing-found': async (page) => {
        await page.getByLabel('Order number').fill('AF-000000');
        await page.getByText('No run fits these filters').waitFor();
      },
      chosen: chooseTwo,
      'bulk-preview': async (page) => {
        await chooseTwo(page);
        await page.getByRole('button', { name: 'Cancel …' }).click();
        await page.getByText(/would be cancelled/).waitFor();
      },
    },
  },
  { name: 'run', as: 'oz', place: ({ openRun }) => `/runs/${openRun}`, asks: /[/]api[/]runs[/]run_/, isLive: true },
  { name: 'run-over', as: 'oz', place: ({ closedRun }) => `/runs/${closedRun}`, asks: /[/]api[/]runs[/]run_/ },
  {
    name: 'run-paused-by-switches',
    as: 'oz',
    place: ({ pausedRun }) => `/runs/${pausedRun}`,
    asks: /[/]api[/]runs[/]run_/,
    isLive: true,
  },
  { name: 'start', as: 'sam', place: '/start', asks: '**/api/processes' },
  { name: 'start-form', as: 'sam', place: '/start/triage-enquiry', asks: '**/api/processes/*' },
  ...['processes', 'prompts', 'models', 'people', 'roles', 'tools', 'connectors', 'datasets'].map((part) => ({
    name: `registry-${part}`,
    as: 'lee',
    place: `/registry/${part}`,
    asks: '**/api/registry',
  })),
  {
    name: 'budgets',
    as: 'oz',
    place: '/registry/budgets',
    asks: '**/api/budgets',
    more: {
      giving: async (page) => {
        await page.getByRole('button', { name: 'Give more …' }).first().click();
        await page.getByRole('dialog').waitFor();
      },
    },
  },
  {
    name: 'switches',
    as: 'oz',
    place: '/registry/switches',
    asks: '**/api/switches',
    isLive: true,
    isEmptyAtFirst: true,
    more: {
      'switching-off': async (page) => {
        await page.getByRole('button', { name: 'Switch off …' }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
  },
  {
    name: 'prompt',
    as: 'eng',
    place: '/registry/prompts/answer-order-status/draft-order-reply',
    asks: /[/]api[/]registry[/]prompts[/][^/]+[/][^/]+$/,
  },
  { name: 'mailbox', as: 'sam', place: '/mailbox', asks: '**/api/mailbox/messages', isEmptyAtFirst: true },
  { name: 'samples', as: 'sam', place: '/mailbox/samples', asks: '**/api/mailbox/samples' },
  { name: 'not-there', as: 'sam', place: '/runs/a/b', asks: '**/api/me' },
];

async function chooseTwo(page: Page): Promise<void> {
  const boxes = page.locator('tbody input[type="checkbox"]');
  await boxes.nth(0).click();
  await boxes.nth(1).click();
}
