import type { CedarValueJson, Context, EntityJson, TypeAndId } from '@cedar-policy/cedar-wasm/nodejs';
import type { PolicyQuestion, Principal } from '#contracts/policy.ts';

/** A question in the words of `registry/policies/schema.cedarschema`. */
export interface PolicyRequest {
  principal: TypeAndId;
  action: TypeAndId;
  resource: TypeAndId;
  context: Context;
  entities: EntityJson[];
}

export function questionToRequest(question: PolicyQuestion): PolicyRequest {
  const principal = principalEntity(question.principal);
  const resource = resourceEntity(question);
  return {
    principal: principal.uid,
    action: { type: 'Action', id: question.action },
    resource: resource.uid,
    context: 'context' in question ? { ...question.context } : {},
    entities: [principal, resource],
  };
}

type Entity = EntityJson & { uid: TypeAndId };

function principalEntity(principal: Principal): Entity {
  if (principal.kind === 'process') return entity('Process', principal.process, {});
  const { id, roles } = principal.person;
  return { ...entity('Person', id, {}), parents: roles.map((role) => ({ type: 'Role', id: role })) };
}

function resourceEntity(question: PolicyQuestion): Entity {
  switch (question.action) {
    case 'startRun':
      return entity('Process', question.resource.process, {});
    case 'readRun':
    case 'operateRun': {
      const { run, process, startedBy } = question.resource;
      return entity('Run', run, { process: reference('Process', process), startedBy: reference('Person', startedBy) });
    }
    case 'decodePayload':
      return entity('History', question.resource.run, {});
    case 'callModel': {
      const { model, provider, region, rehearsal } = question.resource;
      return entity('Model', model, { provider, region, rehearsal });
    }
    case 'sendOut':
    case 'writeRecord':
      return entity('Connector', question.resource.connector, {});
    case 'approve': {
      const { approval, process, point, role, startedBy } = question.resource;
      const whose = { process: reference('Process', process), startedBy: reference('Person', startedBy) };
      return entity('Approval', approval, { ...whose, point, role: reference('Role', role) });
    }
  }
}

function entity(type: string, id: string, attrs: Record<string, CedarValueJson>): Entity {
  return { uid: { type, id }, attrs, parents: [] };
}

function reference(type: string, id: string): CedarValueJson {
  return { __entity: { type, id } };
}
