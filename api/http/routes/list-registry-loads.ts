import { RegistryLoads } from '#contracts/http/registry-loads.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const listRegistryLoadsRoute = ({ listRegistryLoads }: Pick<UseCases, 'listRegistryLoads'>) =>
  defineRoute({
    method: 'get',
    path: '/api/registry/loads',
    summary: 'What the API and the worker were last started with, and whether its record is as it was written',
    tag: 'governance',
    access: 'person',
    request: {},
    responses: { 200: { description: 'The latest of each program', schema: RegistryLoads } },
    handle: async () => ({ status: 200, body: await listRegistryLoads() }),
  });
