import { describe, expect, test } from 'vitest';
import { isAppError } from '#contracts/errors.ts';
import { readPolicies } from '#governance/policy/index.ts';
import { loadRegistry } from '#governance/registry/index.ts';
import { refuseStoresAbroad, type StoreHosts } from '#governance/residency/refuse-stores-abroad.ts';
import { readConfig } from '#platform/config/index.ts';
import { storeHostsOf } from '#platform/config/store-hosts.ts';
import { copyRegistry } from './registry-copy.ts';

const home = { database: '127.0.0.1', temporal: 'localhost' };

/** What is said of a database at `db.example`, in a region. */
const databaseIn = (region: string) => ({
  'stores.yaml': (text: string) => {
    const source = region === 'unknown' ? '' : ', regionSource: the contract with the host';
    return text.replace(
      '- { host: postgres,',
      `- { host: db.example, region: ${region}${source} }\n    - { host: postgres,`,
    );
  },
});

const ownConnectors = ['postgres-billing', 'postgres-crm', 'postgres-knowledge', 'postgres-orders', 'postgres-refunds'];

const connectorsIn = (region: string) =>
  Object.fromEntries(
    ownConnectors.map((name) => [
      `connectors/${name}.yaml`,
      (text: string) => text.replace('region: local', `region: ${region}`),
    ]),
  );

function refused(hosts: Partial<StoreHosts>, changes: Parameters<typeof copyRegistry>[0] = {}): string[] {
  const folder = copyRegistry(changes);
  try {
    refuseStoresAbroad({
      registry: loadRegistry(folder),
      policies: readPolicies(folder),
      hosts: { ...home, ...hosts },
    });
  } catch (error) {
    if (!isAppError(error) || error.code !== 'config-invalid') throw error;
    return error.places.map(({ pointer, detail }) => `${pointer} ${detail}`);
  }
  return [];
}

describe('what is kept of runs', () => {
  test.each(['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'localhost', '/var/run/postgresql', 'postgres'])(
    'is kept at %s, which is this machine or named',
    (database) => {
      expect(refused({ database })).toEqual([]);
    },
  );

  test('is kept in the EU, where the contract says so and the systems in that database do', () => {
    expect(refused({ database: 'db.example' }, { ...databaseIn('de'), ...connectorsIn('de') })).toEqual([]);
  });

  test.each(['db.example', '10.0.0.1', '127.0.0.1.example', ''])(
    'is not kept at %j, of which nobody says where it is',
    (database) => {
      const [why] = refused({ database });
      expect(why).toMatch(
        /^DATABASE_URL leads to .* \(unknown\), which is refused: .*residency\/systems-in-a-known-region/,
      );
      expect(why).toContain(`write { host: ${database}, region: …, regionSource: … } in registry/stores.yaml`);
    },
  );

  test.each(['us', 'jp', 'unknown'])('is not kept at a host that is named, in %s', (region) => {
    const [why] = refused({ database: 'db.example' }, databaseIn(region));
    expect(why).toContain(`DATABASE_URL leads to db.example (${region}), which is refused`);
    expect(why).toContain('residency/systems-for-people-in-the-eu');
  });

  test('is not kept with a Temporal of which nobody says where it is, sealed as it is there', () => {
    expect(refused({ temporal: 'cloud.example' })).toEqual([
      expect.stringMatching(/^TEMPORAL_ADDRESS leads to cloud\.example \(unknown\)/),
    ]);
  });

  test('is where its database is, whatever a connector says that is kept there', () => {
    expect(refused({ database: 'db.example' }, databaseIn('gb'))).toEqual(
      ownConnectors.map(
        (name) => `registry/connectors/${name}.yaml says region local, and is kept in the database, which is in uk`,
      ),
    );
  });
});

describe('the host of a store', () => {
  const config = (address: string) => readConfig({ TEMPORAL_ADDRESS: address });

  test.each([
    ['postgresql://u:p@db.example:5432/baton', 'db.example'],
    ['postgresql://u:p@127.0.0.1/baton?host=db.example', 'db.example'],
    ['postgresql://u:p@[::1]:5432/baton', '[::1]'],
  ])('of %s is %s', (url, host) => {
    expect(storeHostsOf(config('temporal:7233'), url).database).toBe(host);
  });

  test('of Temporal is what stands before the port', () => {
    expect(storeHostsOf(config('[::1]:7233'), 'postgresql://h/d').temporal).toBe('[::1]');
    expect(storeHostsOf(config('temporal:7233'), 'postgresql://h/d').temporal).toBe('temporal');
  });
});
