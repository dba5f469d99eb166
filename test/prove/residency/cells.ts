import { DataCategory } from '#contracts/data-category.ts';
import type { CategoryPresent } from '#contracts/data-facts.ts';
import type { PolicyPort, PolicyQuestion } from '#contracts/policy.ts';
import { Purpose } from '#contracts/purpose.ts';
import { jurisdictionOf } from '#governance/data-facts/jurisdiction-of.ts';
import { type Case, type Region, regions, regionsFor, rowOf } from './matrix.ts';

export interface Cell extends Case {
  categories: readonly [CategoryPresent];
}

/** Each kind of data of each kind of people, for each purpose. */
export function everyCell(): Cell[] {
  const kinds = [...DataCategory.options, 'unknown'] as const;
  const countries = ['DE', 'RE', 'XX', undefined, 'GB', 'US'];
  return (['model', 'system'] as const).flatMap((by) =>
    kinds.flatMap((kind) =>
      countries.flatMap((country) =>
        Purpose.options.map((purpose): Cell => ({ by, categories: [kind], country, purpose })),
      ),
    ),
  );
}

/** The regions that no rule about places keeps the data from. */
export function openTo(policy: PolicyPort, cell: Cell): readonly Region[] {
  return regions.filter((region) => !isKept(policy, questionsOf(cell, { region, priced: true })));
}

/** Of models without a known price, the same. */
export function openWithoutPrice(policy: PolicyPort, cell: Cell): readonly Region[] {
  return regions.filter((region) => !isKept(policy, questionsOf(cell, { region, priced: false })));
}

/** What the policies make of a cell, and whether the table says otherwise. */
export function tellCell(policy: PolicyPort, cell: Cell): { line: string; isOther: boolean } {
  const open = openTo(policy, cell).join(' ');
  return { line: `${rowOf(cell).join(', ')}: ${open}`, isOther: open !== regionsFor(cell).join(' ') };
}

/** The name of a connector that stands in a region: the world that policies are asked in takes it for the region. */
export function placeIn(region: Region): string {
  if (region === 'uk') return 'gb';
  return region === 'elsewhere' ? 'jp' : region;
}

function isKept(policy: PolicyPort, questions: readonly PolicyQuestion[]): boolean {
  return questions.some((question) => {
    const decision = policy.decide(question);
    if ('failure' in decision) throw new Error(decision.failure);
    return decision.policies.some((rule) => rule.startsWith('residency/'));
  });
}

function questionsOf(cell: Cell, { region, priced }: { region: Region; priced: boolean }): PolicyQuestion[] {
  const { by, categories, country, purpose } = cell;
  const principal = { kind: 'process', process: 'triage-enquiry' } as const;
  const facts = { categories, jurisdiction: jurisdictionOf(country), tainted: true, purpose, collectedFor: [purpose] };
  const place = placeIn(region);
  if (by === 'model') {
    const onPremises = region === 'local';
    const resource = { model: 'm', provider: 'p', region: place, onPremises, priced, rehearsal: false };
    return [{ action: 'callModel', principal, resource, context: { ...facts, prompt: 'draft', redacted: true } }];
  }
  const resource = { connector: place };
  return [
    { action: 'readData', principal, resource, context: { ...facts, record: 'order' } },
    { action: 'writeRecord', principal, resource, context: { ...facts, record: 'order' } },
    { action: 'sendOut', principal, resource, context: { ...facts, ...approvedReply } },
    {
      action: 'useTool',
      principal,
      resource: { tool: 't', connector: place },
      context: { ...facts, approved: true, approvals: 1 },
    },
  ];
}

const approvedReply = {
  messageClass: 'reply',
  approved: true,
  approvals: 1,
  toSubject: true,
  toStaff: false,
  firstMessage: false,
  unfounded: 0,
} as const;
