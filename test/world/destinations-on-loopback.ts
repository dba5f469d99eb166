import type { EgressDestination } from '#contracts/egress.ts';
import { loadRegistry } from '#governance/registry/index.ts';
import { repositoryRoot } from '#platform/config/index.ts';

/** What the registry lets a connector ask for, asked of a fake on this machine. */
export function destinationsOnLoopback(asset: string, port: number): EgressDestination[] {
  const assets = loadRegistry(`${repositoryRoot}/registry`).egressAssets();
  const { rules = [] } = assets.find((each) => each.asset === asset) ?? {};
  const here = { asset, kind: 'connector', scheme: 'http', host: '127.0.0.1', reach: 'loopback' } as const;
  return rules.flatMap((rule) =>
    'paths' in rule ? [{ ...here, port, methods: rule.methods, paths: rule.paths, open: true }] : [],
  );
}
