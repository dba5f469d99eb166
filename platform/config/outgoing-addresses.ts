import { isIPv6 } from 'node:net';
import type { ModelProvider } from '#contracts/ports/model.ts';
import type { SetAddress } from '../egress/list-destinations.ts';
import { type ConnectorAccountSettings, connectorAccountsOf } from './connector-accounts.ts';
import { modelProvidersOf, type ProviderSettings } from './model-providers.ts';
import type { Config } from './read-config.ts';

/** Where these settings lead, for each provider and connector that settings speak of, by its name in the registry. */
export function outgoingAddressesOf(
  { mail, providerVariables }: Config,
  registry: { providers(): readonly ProviderSettings[]; accounts(): readonly ConnectorAccountSettings[] },
): readonly SetAddress[] {
  const host = isIPv6(mail.host) ? `[${mail.host}]` : mail.host;
  const [providers, accounts] = [registry.providers(), registry.accounts()];
  const reached = modelProvidersOf(providerVariables, providers);
  const open = connectorAccountsOf(providerVariables, accounts);
  return [
    ...providers.map((provider) => addressOf(provider, reached)),
    ...accounts.map((account) => addressOf(account, open)),
    { asset: 'smtp', variable: 'MAIL_SMTP_URL', address: `${mail.secure ? 'smtps' : 'smtp'}://${host}:${mail.port}` },
    { asset: 'local-mailbox', variable: 'MAILBOX_URL', address: mail.mailboxUrl },
  ];
}

function addressOf(
  { name, baseUrlVariable }: Pick<ProviderSettings, 'name' | 'baseUrlVariable'>,
  reached: ReadonlyMap<string, Pick<ModelProvider, 'baseUrl'>>,
): SetAddress {
  return { asset: name, variable: baseUrlVariable, address: reached.get(name)?.baseUrl };
}
