import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySabotaged, type Sabotage } from '#test/prove/sabotaged-tree.ts';
import { callAs } from '#test/stack/call-api.ts';
import { openLeakSearch } from '#test/stack/leak-search.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';
import { planted, secretsOf } from '#test/stack/planted-words.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';

interface Case {
  leak: string;
  sabotages: readonly Sabotage[];
  /** The places where the search must find it. */
  places: readonly string[];
}

const cases: readonly Case[] = [
  {
    leak: 'a logger that writes what it is told of a customer',
    sabotages: [
      {
        file: 'activities/write-crm.ts',
        find: '    const digest = digestOf(interaction);\n',
        replace: `    const digest = digestOf(interaction);
    void import('#platform/log/index.ts').then(({ createLog }) =>
      createLog({ name: 'worker', level: 'info' }).info({ event: 'interaction-logged', interaction }),
    );\n`,
      },
    ],
    places: ['the log'],
  },
  {
    leak: 'a text that is not redacted before a model is asked',
    sabotages: [
      {
        file: 'governance/concealment/conceal-filling.ts',
        find: 'return concealer.text(text);',
        replace: 'return text;',
      },
    ],
    places: ['the model'],
  },
  {
    leak: 'a metric with the address of a request for a label',
    sabotages: [
      {
        file: 'api/http/app/mount-routes.ts',
        find: 'metrics.observe({ method, path, status',
        replace: 'metrics.observe({ method, path: response.req.originalUrl, status',
      },
    ],
    places: ['metrics of the API'],
  },
  {
    leak: 'an error that repeats what was asked',
    sabotages: [
      {
        file: 'api/http/problems/error-handler.ts',
        find: 'const problem = explain(error, request);',
        replace: 'const problem = { ...explain(error, request), detail: String(request.body ?? request.originalUrl) };',
      },
      {
        file: 'api/http/request/parse-request.ts',
        find: 'readJson(readText(await readBody(request, limits)))',
        replace: 'readJson((request.body = readText(await readBody(request, limits))))',
      },
    ],
    places: ['an error', 'an error page'],
  },
  {
    leak: 'a search attribute with an address in it',
    sabotages: [
      {
        file: 'contracts/processes/answer-order-status.ts',
        find: "({ orderNumber = '' }) => (isNumber.test(orderNumber) ? orderNumber : undefined)",
        replace: '({ from }) => from',
      },
    ],
    places: ['what Temporal lists'],
  },
];

let stack: Stack;
let tree: Awaited<ReturnType<typeof copySabotaged>>;
let found: readonly string[];

/** One run, past all of them at once. */
beforeAll(async () => {
  stack = await openStack();
  tree = await copySabotaged(...cases.flatMap(({ sabotages }) => sabotages));
  const people = await peopleOf(stack);
  const search = await openLeakSearch(stack, tree);
  const customer = sampleCustomers().withOneOrder();
  const text = `${customer.name} here, where is ${customer.order.number}?\n${planted}`;
  const { runId } = await callAs('sam', search.url).start('answer-order-status', questionOf(customer, { text }));
  await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
  await people.outcome(runId);
  found = await search.leaksOf(runId, secretsOf(customer));
});

afterAll(async () => {
  await stack.close();
  await tree.remove();
});

test.each(cases)('the search for personal data finds $leak', ({ places }) => {
  for (const place of places) expect(found).toContainEqual(expect.stringMatching(`in ${place}$`));
});
