import { modelProvidersOf } from './model-providers.ts';
import type { ProviderVariables } from './provider-variables.ts';

/** By which variables an account at a connector is set, as its registry entry says. */
export interface ConnectorAccountSettings {
  name: string;
  baseUrl: string;
  baseUrlVariable: string;
  keyVariable: string;
}

/** Where an account is reached, and with which key. */
export interface ConnectorAccount {
  baseUrl: string;
  apiKey: string;
}

/** The accounts that these variables open, by the names of their connectors; set and checked as model providers are. */
export function connectorAccountsOf(
  variables: ProviderVariables,
  connectors: readonly ConnectorAccountSettings[],
): ReadonlyMap<string, ConnectorAccount> {
  return modelProvidersOf(variables, connectors);
}
