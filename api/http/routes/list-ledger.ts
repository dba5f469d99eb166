import { LedgerList, LedgerQuery } from '#contracts/http/ledger.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const listLedgerRoute = ({ listLedger }: Pick<UseCases, 'listLedger'>) =>
  defineRoute({
    method: 'get',
    path: '/api/ledger',
    summary: 'What happened, oldest first: of one run, or for compliance and operators of all',
    tag: 'governance',
    access: 'person',
    request: { query: LedgerQuery },
    responses: { 200: { description: 'A page of entries', schema: LedgerList } },
    handle: async ({ query, person }) => ({ status: 200, body: await listLedger(person, query) }),
  });
