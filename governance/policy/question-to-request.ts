import type { CedarValueJson, Context, EntityJson, TypeAndId } from '@cedar-policy/cedar-wasm/nodejs';
import type { Person } from '#contracts/person.ts';
import type { PolicyQuestion } from '#contracts/policy.ts';
import { targetText } from '#contracts/switch.ts';
import { jurisdictionOf } from '#governance/data-facts/jurisdiction-of.ts';
import type { FirmTime, PolicyWorld } from './policy-world.ts';

/** A question in the words of `registry/policies/schema.cedarschema`. */
export interface PolicyRequest {
  principal: TypeAndId;
  action: TypeAndId;
  resource: TypeAndId;
  context: Context;
  entities: EntityJson[];
}

/** The world at the moment of asking. */
export type WorldNow = Pick<PolicyWorld, 'regionOf'> & { time: FirmTime };

export function questionToRequest(question: PolicyQuestion, world: WorldNow): PolicyRequest {
  const principal = principalEntity(question);
  const resource = resourceEntity(question, world);
  return {
    principal: principal.uid,
    action: { type: 'Action', id: question.action },
    resource: resource.uid,
    context: 'context' in question ? contextOf(question.context, world.time) : {},
    // Of a process there is nothing to know but its name, which its uid says already.
    entities: question.principal.kind === 'process' ? [resource] : [principal, resource],
  };
}

/** A fact that is not known is left out: policies ask whether it is there. */
function contextOf(context: object & { categories?: readonly string[] }, time: FirmTime): Context {
  const { categories, ...facts } = context;
  const known = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const withFamilies = categories === undefined ? {} : { categories: familiesWith(categories) };
  return { ...Object.fromEntries(known), ...withFamilies, ...time } as Context;
}

/** A rule about a family holds for each kind in it, also for one that nobody thought of yet. */
function familiesWith(categories: readonly string[]): string[] {
  const families = categories.flatMap((category) => category.split('.', 1));
  return [...new Set([...categories, ...families])];
}

type Entity = EntityJson & { uid: TypeAndId };

function principalEntity(question: PolicyQuestion): Entity {
  const { principal } = question;
  if (principal.kind === 'process') return entity('Process', principal.process, {});
  const { id, roles, teams } = principal.person;
  const person = entity('Person', id, { authority: authorityOf(principal.person, currencyOf(question)) });
  const parents = [
    ...roles.map((role) => ({ type: 'Role', id: role })),
    ...teams.map((team) => ({ type: 'Team', id: team })),
  ];
  return { ...person, parents };
}

function currencyOf(question: PolicyQuestion): string | undefined {
  return 'context' in question && 'currency' in question.context ? question.context.currency : undefined;
}

/** Up to which amount somebody's word counts; nothing where none is given in this currency. */
function authorityOf({ authority = [] }: Person, currency: string | undefined): number {
  return Math.max(0, ...authority.filter((limit) => limit.currency === currency).map(({ upTo }) => upTo));
}

function resourceEntity(question: PolicyQuestion, { regionOf }: WorldNow): Entity {
  switch (question.action) {
    case 'startRun':
      return entity('Process', question.resource.process, {});
    case 'readRun':
    case 'readPersonalData':
    case 'operateRun': {
      const { run, process, startedBy } = question.resource;
      return entity('Run', run, { process: reference('Process', process), startedBy: reference('Person', startedBy) });
    }
    case 'readApprovalStats':
      return entity('ApprovalStats', question.resource.person, { of: reference('Person', question.resource.person) });
    case 'readAuthority':
      return entity('Authority', question.resource.person, { of: reference('Person', question.resource.person) });
    case 'readSpending':
      return entity('Spending', question.resource.spending, {});
    case 'manageDelegation':
      return entity('Delegation', question.resource.delegation, {});
    case 'manageKnowledge': {
      const { document, owner } = question.resource;
      return entity('Document', document, { owner: reference('Person', owner) });
    }
    case 'decodePayload':
      return entity('History', question.resource.run, {});
    case 'pullSwitch':
    case 'liftSwitch': {
      const { target } = question.resource;
      return entity('Switch', targetText(target), { kind: target.kind });
    }
    case 'grantBudget':
      return entity('Budget', question.resource.budget, { per: question.resource.per });
    case 'callModel': {
      const { model, provider, region, onPremises, priced, rehearsal } = question.resource;
      return entity('Model', model, { provider, region: jurisdictionOf(region), onPremises, priced, rehearsal });
    }
    case 'sendOut':
    case 'readData':
    case 'writeRecord':
      return entity('Connector', question.resource.connector, {
        region: regionOf(question.resource.connector) ?? unknown,
      });
    case 'useTool': {
      const { tool, connector } = question.resource;
      return entity('Tool', tool, {
        connector: reference('Connector', connector),
        region: regionOf(connector) ?? unknown,
      });
    }
    case 'export':
      return entity('Export', question.resource.export, {});
    case 'approve':
    case 'completeApproval':
    case 'manageApproval': {
      const { approval, process, point, stage, ask, startedBy, editors, barred } = question.resource;
      return entity('Approval', approval, {
        process: reference('Process', process),
        point,
        stage,
        roles: ask.roles.map((role) => reference('Role', role)),
        teams: ask.teams.map((team) => reference('Team', team)),
        people: ask.people.map((person) => reference('Person', person)),
        startedBy: reference('Person', startedBy),
        editors: editors.map((person) => reference('Person', person)),
        barred: barred.map((person) => reference('Person', person)),
      });
    }
  }
}

const unknown = 'unknown';

function entity(type: string, id: string, attrs: Record<string, CedarValueJson>): Entity {
  return { uid: { type, id }, attrs, parents: [] };
}

function reference(type: string, id: string): CedarValueJson {
  return { __entity: { type, id } };
}
