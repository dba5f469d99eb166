import { createHubSpotCrm } from '#connectors/hubspot/index.ts';
import { createOpenAiModels } from '#connectors/openai/index.ts';
import { createPostgresBilling } from '#connectors/postgres-billing/index.ts';
import { createPostgresCrm } from '#connectors/postgres-crm/index.ts';
import { createPostgresKnowledge } from '#connectors/postgres-knowledge/index.ts';
import { createPostgresOrders } from '#connectors/postgres-orders/index.ts';
import { createPostgresRefunds } from '#connectors/postgres-refunds/index.ts';
import { createSmtpMail } from '#connectors/smtp/index.ts';
import { createStripeRefunds } from '#connectors/stripe/index.ts';
import type { Registry } from '#governance/registry/index.ts';
import { connectorAccountsOf } from '#platform/config/connector-accounts.ts';
import type { Config } from '#platform/config/index.ts';
import { modelProvidersOf } from '#platform/config/model-providers.ts';
import type { Egress } from '#platform/egress/index.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import type { WorldPorts } from './compose-activities.ts';

const smtpTimeoutMs = 15_000;

/** Far more than a page of a hundred records. */
const mostBytes = 4 * 1024 * 1024;

interface WorldParts {
  config: Config;
  registry: Pick<Registry, 'providers' | 'accounts'>;
  egress: Egress;
  lifecycle: Lifecycle;
}

/** The systems outside, each behind its port. */
export function composeWorld({ config, registry, egress, lifecycle }: WorldParts): WorldPorts {
  const { host, port, secure, user } = config.mail;
  const password = config.secrets.smtpPassword;
  const mail = createSmtpMail({
    host,
    port,
    secure,
    timeoutMs: smtpTimeoutMs,
    connect: egress.connectFor('smtp'),
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  });
  lifecycle.onClose('mail', mail.close);
  const accounts = connectorAccountsOf(config.providerVariables, registry.accounts());
  const [stripe, hubspot] = [accounts.get('stripe'), accounts.get('hubspot')];
  return {
    mail,
    model: createOpenAiModels(modelProvidersOf(config.providerVariables, registry.providers()), egress),
    crms: {
      own: createPostgresCrm(),
      outside: hubspot ? [createHubSpotCrm(hubspot, egress.fetchFor('hubspot', { bytes: mostBytes }))] : [],
    },
    orders: createPostgresOrders(),
    billing: createPostgresBilling(),
    refunds: [
      createPostgresRefunds(),
      ...(stripe ? [createStripeRefunds(stripe, egress.fetchFor('stripe', { bytes: mostBytes }))] : []),
    ],
    knowledge: createPostgresKnowledge(),
  };
}
