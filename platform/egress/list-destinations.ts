import type { EgressDestination, EgressRule } from '#contracts/egress.ts';
import { ConfigError, type ConfigProblem } from '../config/config-error.ts';
import { type Place, placeOf, sayPlace, standardPorts } from './place.ts';
import { writeRule } from './write-rule.ts';

/** A provider or connector, with what its registry entry lets it reach. */
export interface EgressAsset {
  asset: string;
  kind: EgressDestination['kind'];
  rules: readonly EgressRule[];
}

/** Where the settings say that an asset is; no address where they leave it out. */
export interface SetAddress {
  asset: string;
  variable: string;
  address: string | undefined;
}

/**
 * What the registry names, with what of it the settings use. An asset of which the settings say nothing is reached at
 * all that its entry names. Settings that lead elsewhere are an error with the line to write.
 */
export function listDestinations(
  assets: readonly EgressAsset[],
  settings: readonly SetAddress[],
): readonly EgressDestination[] {
  const problems = settings.flatMap((setting) => findUnnamed(setting, assets));
  if (problems.length > 0) throw new ConfigError(problems);
  return assets.flatMap(({ asset, kind, rules }) => {
    const setting = settings.find((each) => each.asset === asset);
    return rules.map((rule) => destinationOf(rule, { asset, kind, setting }));
  });
}

function destinationOf(
  rule: EgressRule,
  { asset, kind, setting }: Pick<EgressAsset, 'asset' | 'kind'> & { setting: SetAddress | undefined },
): EgressDestination {
  const { scheme, host, reach } = rule;
  const set = setting?.address === undefined ? undefined : readPlace(setting.address);
  const isUsed = set !== undefined && matches(rule, set);
  const named = rule.port === 'as-set' ? null : (rule.port ?? standardPorts[scheme]);
  const port = isUsed ? set.port : named;
  const open = setting ? isUsed : port !== null;
  return { asset, kind, scheme, host, port, reach, ...waysOf(rule), open };
}

function waysOf(rule: EgressRule): Pick<EgressDestination, 'methods' | 'paths'> {
  return 'paths' in rule ? { methods: rule.methods, paths: rule.paths } : { methods: [], paths: [] };
}

function findUnnamed({ asset, variable, address }: SetAddress, assets: readonly EgressAsset[]): ConfigProblem[] {
  if (address === undefined) return [];
  const place = readPlace(address);
  const entry = assets.find((each) => each.asset === asset);
  if (place && entry?.rules.some((rule) => matches(rule, place) && hasPathUnder(rule, address))) return [];
  const ways = entry?.rules.find((rule) => 'paths' in rule);
  const file = `registry/${entry?.kind === 'provider' ? 'providers' : 'connectors'}/${asset}.yaml`;
  const line = place ? writeRule(place, ways && waysOf(ways)) : '- …';
  const write = `${variable}=… with an address that ${file} names, or there under 'egress': ${line}`;
  const where = place ? sayPlace(place) : 'no address that can be read';
  return [{ name: variable, problem: `leads to ${where}, which the registry does not let ${asset} reach`, write }];
}

function matches(rule: EgressRule, { scheme, host, port }: Place): boolean {
  const isPort = rule.port === 'as-set' || (rule.port ?? standardPorts[rule.scheme]) === port;
  return rule.scheme === scheme && rule.host === host && isPort;
}

/** An address of the web is the beginning of the paths that are asked for. */
function hasPathUnder(rule: EgressRule, address: string): boolean {
  if (!('paths' in rule)) return true;
  const beginning = new URL(address).pathname.replace(/\/*$/, '/');
  return rule.paths.some((path) => path.startsWith(beginning));
}

function readPlace(address: string): Place | undefined {
  return URL.canParse(address) ? placeOf(new URL(address)) : undefined;
}
