import { isIPv6 } from 'node:net';
import type { ModelProvider } from '#contracts/ports/model.ts';
import type { SetAddress } from '../egress/list-destinations.ts';
import { modelProvidersOf, type ProviderSettings } from './model-providers.ts';
import type { Config } from './read-config.ts';

/** Where these settings lead, for each provider and connector that settings speak of, by its name in the registry. */
export function outgoingAddressesOf(
  { mail, providerVariables }: Config,
  providers: readonly ProviderSettings[],
): readonly SetAddress[] {
  const host = isIPv6(mail.host) ? `[${mail.host}]` : mail.host;
  const reached = modelProvidersOf(providerVariables, providers);
  return [
    ...providers.map((provider) => addressOf(provider, reached)),
    { asset: 'smtp', variable: 'MAIL_SMTP_URL', address: `${mail.secure ? 'smtps' : 'smtp'}://${host}:${mail.port}` },
    { asset: 'local-mailbox', variable: 'MAILBOX_URL', address: mail.mailboxUrl },
  ];
}

function addressOf(
  { name, baseUrlVariable }: ProviderSettings,
  reached: ReadonlyMap<string, ModelProvider>,
): SetAddress {
  return { asset: name, variable: baseUrlVariable, address: reached.get(name)?.baseUrl };
}
