import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApprovalItem } from '#contracts/http/approval.ts';
import type { Door } from '#test/doors/open-api-door.ts';
import { openTask } from '#test/doors/open-task.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { longReviews } from './long-reviews.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';
import { violationsOn } from './violations-on.ts';

let stack: Stack;
let door: Door;
let open: ConsoleGround['open'];

beforeAll(async () => {
  ({ stack, door, open } = await openConsole({ registry: longReviews, worker: true }));
});
afterAll(() => stack?.close());

let made = 0;

async function aTask(): Promise<ApprovalItem> {
  made += 1;
  const { runId } = await callAs('sam', door.url).start(
    'answer-order-status',
    enquiryAbout('order-status', `ST${made}`),
  );
  return callAs('lee', door.url).task(runId);
}

interface Scene {
  as: string;
  /** The task in the state that is looked at; its id. */
  make(): Promise<string>;
  act?(page: Page): Promise<void>;
  /** What has to be told. */
  says: RegExp;
  /** What leads on from there. */
  wayOut: string;
}

const refused = /^Failed to load resource: .* (403|404)/;

/** Each state of the screen of a task, and how it comes about. */
const scenes: Record<string, Scene> = {
  open: { as: 'ada', make: async () => (await aTask()).id, says: /due in/, wayOut: 'Approve exactly this' },
  'claimed by somebody else': {
    as: 'ada',
    make: async () => {
      const { id } = await aTask();
      await door.send(`/api/approvals/${id}/claim`, {}, 'bob');
      return id;
    },
    says: /^Bob took it at/,
    wayOut: 'Inbox',
  },
  edited: {
    as: 'ada',
    make: async () => (await aTask()).id,
    act: async (page) => {
      await page.getByRole('button', { name: 'Edit …' }).click();
      await page.getByLabel('Text', { exact: true }).fill('Dear customer,\n\nit is on its way.');
      await page.locator('ins').first().waitFor();
    },
    says: /due in/,
    wayOut: 'Approve as edited',
  },
  'already decided': {
    as: 'ada',
    make: async () => {
      const task = await aTask();
      await callAs('bob', door.url).decide(task, 'reject', { comment: 'Say the day' });
      return task.id;
    },
    says: /^Already decided: Bob rejected this/,
    wayOut: 'To the inbox',
  },
  forbidden: {
    as: 'sam',
    make: async () => (await aTask()).id,
    says: /nobody decides on their own run/,
    wayOut: 'Inbox',
  },
  'beyond somebody’s authority': {
    as: 'bob',
    make: async () => {
      const facts = { amount: 90_000, currency: 'EUR' };
      return (await openTask(stack, { runId: (await aTask()).run.id, item: `${made}`, facts })).id;
    },
    says: /beyond your authority of 750.00 EUR/,
    wayOut: 'Reject …',
  },
  gone: {
    as: 'ada',
    make: async () => {
      const task = await aTask();
      await callAs('oz', door.url).cancel(task.run.id);
      return task.id;
    },
    says: /^The task was withdrawn/,
    wayOut: 'To the inbox',
  },
  expired: {
    as: 'ada',
    make: async () => {
      const { id } = await aTask();
      await stack.db.query("update approval set expires_at = now() - interval '1 second' where id = $1", [id]);
      return id;
    },
    says: /^The time to decide ended/,
    wayOut: 'Inbox',
  },
  'not there': {
    as: 'ada',
    make: async () => `apr_${'0'.repeat(32)}`,
    says: /^There is no such thing here/,
    wayOut: 'To the inbox',
  },
};

describe.skipIf(!hasBrowser)('the screen of a task, by how it stands', () => {
  test.for(Object.entries(scenes))(
    '%s: says so, leads on, and breaks no rule of accessibility, light and dark, wide and narrow',
    async ([, { as, make, act, says, wayOut }]) => {
      const at = `/approvals/${await make()}`;
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, complaints, foreign } = await open(as, at, { colorScheme });
        await page.getByText(says).first().waitFor();
        await act?.(page);
        const isLead = (await page.getByRole('button', { name: wayOut, exact: true }).count()) > 0;
        if (!isLead)
          await page.getByRole('navigation').getByRole('link', { name: wayOut, exact: true }).first().waitFor();
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          expect([width, await violationsOn(page)]).toEqual([width, []]);
          expect([width, await page.evaluate('document.documentElement.scrollWidth > innerWidth')]).toEqual([
            width,
            false,
          ]);
        }
        const unexpected = complaints.filter((complaint) => !refused.test(complaint));
        expect({ unexpected, foreign }).toEqual({ unexpected: [], foreign: [] });
        await page.context().close();
      }
    },
  );
});
