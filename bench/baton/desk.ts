import type { Person } from '#contracts/person.ts';
import { composeDecide } from '#governance/approvals/compose-decide.ts';
import { startDispatcher } from '#governance/dispatch/service.ts';
import { decisionKeysFolder, type Foundation } from '#governance/foundation.ts';
import { createCodecKeys, loadDecisionSigner } from '#governance/keys/index.ts';
import { createAcceptWithin } from '#governance/runs/accept.ts';
import { createAcceptRequest } from '#governance/runs/accept-request.ts';
import { createDataConverter } from '#platform/codec/data-converter.ts';
import type { Config } from '#platform/config/index.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { createLog } from '#platform/log/index.ts';
import { createEngine } from '#platform/temporal/engine.ts';
import { openClient } from '#platform/temporal/open-client.ts';
import { findPayload, putPayload } from '#store/payloads.ts';
import type { OpenTask } from '../contender.ts';
import { openProgram, type Program } from './open-program.ts';

export interface Desk {
  accept(enquiry: Record<string, unknown>): Promise<string>;
  approve(task: OpenTask): Promise<void>;
  countRunning(): Promise<number>;
}

interface DeskOptions {
  config: Config;
  databaseUrl: string;
}

const process = 'answer-order-status';

/** What the API does for staff and approvers, without HTTP around it: accept, decide, and a dispatcher. */
export async function openDesk(lifecycle: Lifecycle, options: DeskOptions): Promise<Desk> {
  const { database, foundation } = await openProgram(lifecycle, options);
  const { definitions, keys, ledger, policy, registrySource: registry, seals } = foundation;
  const client = await startOwnDispatcher(lifecycle, { ...options, database, foundation });
  const signer = await loadDecisionSigner(decisionKeysFolder(options.config.keysFolder));
  const accept = createAcceptRequest({
    database,
    acceptWithin: createAcceptWithin({ policy, registry, keys, seals, ledger }),
  });
  const decide = composeDecide({ database, foundation, signer, mailFrom: options.config.mail.from });
  const definition = definitions.get(process);
  if (!definition) throw new Error(`No process is called ${process}`);
  const [startedBy, by] = [personCalled(foundation, 'sam'), personCalled(foundation, 'ada')];
  return {
    accept: async (enquiry) => {
      const { run } = await accept({ definition, input: definition.input.parse(enquiry), startedBy, trigger: 'api' });
      return run.id;
    },
    approve: async ({ id, digest }) => {
      await decide({ approvalId: id, by, request: { decision: 'approve', digest } });
    },
    countRunning: async () => {
      const { workflow } = await client.get();
      return (await workflow.count(`ExecutionStatus = 'Running' AND WorkflowType = '${process}'`)).count;
    },
  };
}

async function startOwnDispatcher(lifecycle: Lifecycle, parts: DeskOptions & Program) {
  const { config, databaseUrl, database, foundation } = parts;
  const dataConverter = createDataConverter({
    keys: createCodecKeys(foundation.keys),
    payloads: { put: (payload) => putPayload(database.direct, payload), get: (id) => findPayload(database.direct, id) },
  });
  const client = openClient({ ...config.temporal, dataConverter });
  lifecycle.onClose('temporal client', client.close);
  const engine = createEngine({ client: client.get, taskQueue: config.temporal.taskQueue });
  const log = createLog({ name: 'bench', level: 'warn' });
  const dispatcher = await startDispatcher({
    database,
    databaseUrl,
    foundation,
    engine,
    log,
    onUndeliverable: () => undefined,
  });
  lifecycle.onClose('dispatcher', dispatcher.stop);
  return client;
}

function personCalled({ registry }: Foundation, id: string): Person {
  const person = registry.person(id);
  if (!person) throw new Error(`The registry knows no ${id}`);
  return person;
}
