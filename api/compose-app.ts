import type { Express } from 'express';
import { createApp } from '#api/http/app/create-app.ts';
import { apiKeys } from '#api/http/auth/api-keys.ts';
import { devAccounts } from '#api/http/auth/dev-accounts.ts';
import type { EventStreams } from '#api/use-cases/events/event-streams.ts';
import { createMayDecode, temporalUiRight } from '#api/use-cases/judge-temporal-ui.ts';
import { createMailbox } from '#api/use-cases/mailbox/mailbox.ts';
import type { ReceiveMail } from '#api/use-cases/receive-mail.ts';
import { createRecordDecode } from '#api/use-cases/record-decode.ts';
import { createLocalMailbox } from '#connectors/local-mailbox/index.ts';
import type { Me } from '#contracts/http/person.ts';
import type { Person } from '#contracts/person.ts';
import { decisionKeysFolder, type Foundation } from '#governance/foundation.ts';
import { loadDecisionSigner } from '#governance/keys/index.ts';
import type { CountedRefusals } from '#governance/ledger/counted-refusals.ts';
import { createAcceptWithin } from '#governance/runs/accept.ts';
import { createAcceptRequest } from '#governance/runs/accept-request.ts';
import { createPayloadReader } from '#platform/codec/payload-reader.ts';
import type { PayloadStorageDeps } from '#platform/codec/payload-storage.ts';
import type { Config } from '#platform/config/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { Egress } from '#platform/egress/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { OpenClient } from '#platform/temporal/open-client.ts';
import { composeUseCases } from './compose-use-cases.ts';

export interface AppGround {
  config: Config;
  log: Log;
  database: Database;
  foundation: Foundation;
  storage: PayloadStorageDeps;
  client: OpenClient;
  egress: Egress;
  receiveMail: ReceiveMail;
  refusals: CountedRefusals;
  eventStreams: EventStreams;
  /** How large a body may be and how long it may take. */
  limits?: { bytes: number; withinMs: number };
}

const engineAnswersWithinMs = 2_000;

/** The HTTP door with everything behind it. */
export async function composeApp({
  config,
  database,
  foundation,
  storage,
  client,
  egress,
  receiveMail,
  refusals,
  eventStreams,
  log,
  limits,
}: AppGround): Promise<Express> {
  const { policy, ledger, registry, keyedHash } = foundation;
  const { temporal, publicUrl, keysFolder } = config;
  const useCases = composeUseCases({
    config,
    database,
    foundation,
    signer: await loadDecisionSigner(decisionKeysFolder(keysFolder)),
    mailFrom: config.mail.from,
    accept: acceptOf(database, foundation),
    receiveMail,
    eventStreams,
    noteFailure: (error) => log.error({ event: 'bulk-interrupted', error }),
    temporalUiOf: (runId) =>
      temporal.uiUrl === undefined ? null : `${publicUrl}/temporal/namespaces/${temporal.namespace}/workflows/${runId}`,
    egress,
    pingEngine: () => pingEngine(client),
    refusals,
  });
  return createApp({
    useCases,
    credentials: config.auth.kind === 'dev' ? devAccounts() : apiKeys(keysFolder),
    sessionKey: keyedHash('session', 'key of the cookie'),
    people: registry.people,
    publicUrl,
    temporalUi: {
      uiAddress: temporal.uiUrl,
      reader: createPayloadReader(storage),
      rightOf: temporalUiRight,
      mayDecode: createMayDecode(policy),
      recordChange: useCases.recordUnheard.ofTemporal,
      recordDecode: createRecordDecode({ database, ledger }),
    },
    linksFor: (person) => linksOf(config, person),
    ...mailboxOf(config, egress),
    log,
    ...(limits ? { limits } : {}),
  });
}

function acceptOf(database: Database, { policy, registrySource: registry, keys, seals, ledger }: Foundation) {
  return createAcceptRequest({ database, acceptWithin: createAcceptWithin({ policy, registry, keys, seals, ledger }) });
}

async function pingEngine(client: OpenClient): Promise<void> {
  const connected = await client.get();
  await connected.withDeadline(Date.now() + engineAnswersWithinMs, () => connected.workflowService.getSystemInfo({}));
}

function mailboxOf({ mail: { mailboxUrl } }: Config, egress: Egress) {
  return mailboxUrl && { mailbox: createMailbox(createLocalMailbox(mailboxUrl, egress.fetchFor('local-mailbox'))) };
}

function linksOf({ temporal }: Config, person: Person): Me['links'] {
  const temporalLink = {
    href: '/temporal',
    name: 'Temporal UI',
    about: 'Every run step by step, for operators and compliance officers.',
  };
  return [
    { href: '/api/docs', name: 'API reference', about: 'Every route, to read and to try.' },
    ...(temporal.uiUrl === undefined || temporalUiRight(person) === 'none' ? [] : [temporalLink]),
    { href: '/readyz', name: 'Readiness', about: 'Whether database, Temporal and dispatcher answer.' },
  ];
}
