import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OrderRecord, orders } from '#dev/records/index.ts';
import { decisionKeysFolder } from '#governance/foundation.ts';
import { createGuard } from '#governance/guard/index.ts';
import { loadDecisionSigner } from '#governance/keys/index.ts';
import { createAcceptWithin } from '#governance/runs/accept.ts';
import { createSteps } from '#governance/steps/index.ts';
import { openEgress } from '#platform/egress/open-egress.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { composeWorld } from '#worker/compose-world.ts';
import { openProgram, type Program } from '../baton/open-program.ts';
import { type BatonGround, prepareBaton, seedRecords } from '../baton.ts';
import { startPostgres, startWorld } from '../ground.ts';
import type { GuardGround, Round } from './measured-effect.ts';
import { createStopwatch } from './stopwatch.ts';
import { timeParts } from './timed-parts.ts';

const process = 'answer-order-status';

export interface OpenGuard {
  ground: GuardGround;
  modelUrl: string;
  /** Accepts the run with this number, as the API does. */
  nextRound(number: number): Promise<Round>;
}

/** The guard as the worker has it, before a real PostgreSQL, model server and mail server, and no Temporal around it. */
export async function openGuard(lifecycle: Lifecycle): Promise<OpenGuard> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  lifecycle.onClose('folder', () => rm(folder, { recursive: true, force: true }));
  const { postgresUrl, owner } = await startPostgres(lifecycle, folder);
  const world = await startWorld(lifecycle, folder);
  const baton = await prepareBaton({ folder, postgresUrl, owner, temporalAddress: '127.0.0.1:1', ...world });
  await loadDecisionSigner(decisionKeysFolder(baton.config.keysFolder));
  await seedRecords(baton.databaseUrl);
  const desk = await openProgram(lifecycle, baton);
  return {
    ground: openGround(lifecycle, { baton, ...(await openProgram(lifecycle, baton)) }),
    modelUrl: world.modelUrl,
    nextRound: accepting(desk),
  };
}

function openGround(
  lifecycle: Lifecycle,
  { baton, database, foundation }: Program & { baton: BatonGround },
): GuardGround {
  const { config } = baton;
  const watch = createStopwatch();
  const parts = timeParts(foundation, { watch, folder: config.registryFolder });
  const egress = openEgress({ registry: foundation.registry, config, lifecycle });
  return {
    ...parts,
    database,
    watch,
    guard: createGuard({ database, ...parts }),
    steps: createSteps(parts),
    world: composeWorld({ config, registry: foundation.registry, egress, lifecycle }),
    mailFrom: config.mail.from,
  };
}

function accepting({ database, foundation }: Program): OpenGuard['nextRound'] {
  const { definitions, keys, ledger, policy, registry, registrySource, seals } = foundation;
  const accept = createAcceptWithin({ policy, registry: registrySource, keys, seals, ledger });
  const definition = definitions.get(process);
  const startedBy = registry.person('sam');
  if (!definition || !startedBy) throw new Error(`There is no ${process}, or nobody to start it`);
  const { snapshot } = registrySource.current().snapshotFor(process);
  return async (number) => {
    const order = orders[number % orders.length] as OrderRecord;
    const enquiry = {
      from: order.customerEmail,
      name: order.customerName,
      subject: '',
      text: `Where is ${order.number}?`,
    };
    const input = definition.input.parse({ ...enquiry, references: [] });
    const { id, execution } = await accept(database.direct, { definition, input, startedBy, trigger: 'api' });
    const run = { id, process, execution };
    return { order, snapshot, step: (name) => ({ run, address: { runId: id, name, round: 0, item: '' } }) };
  };
}
