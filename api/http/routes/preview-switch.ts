import { SwitchPreview, SwitchPreviewQuery } from '#contracts/http/switch.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const previewSwitchRoute = ({ previewSwitch }: Pick<UseCases, 'previewSwitch'>) =>
  defineRoute({
    method: 'get',
    path: '/api/switches/preview',
    summary: 'Which open runs would wait if this were switched off',
    tag: 'governance',
    access: 'person',
    request: { query: SwitchPreviewQuery },
    responses: { 200: { description: 'What would wait', schema: SwitchPreview } },
    handle: async ({ query, person }) => ({ status: 200, body: await previewSwitch(person, query.target) }),
  });
