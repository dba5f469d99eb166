import { z } from 'zod';
import { AssetHash } from '#contracts/http/registry-loads.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

export interface RegistryLoadRow {
  program: string;
  version: string;
  hash: string;
  assets: AssetHash[];
  loadedAt: Date;
}

export interface NewRegistryLoad extends Omit<RegistryLoadRow, 'assets' | 'loadedAt'> {
  assets: readonly (AssetHash & { content: object })[];
}

const Assets = z.array(AssetHash);

/** What a program was last started with. */
export async function findLatestLoad(tx: Transaction, program: string): Promise<RegistryLoadRow | undefined> {
  const row = await tx.registryLoad.findFirst({ where: { program }, orderBy: { id: 'desc' } });
  return row ? { ...row, assets: Assets.parse(row.assets) } : undefined;
}

/** Keeps each content once, whoever loaded it first. */
export async function insertRegistryLoad(tx: Transaction, load: NewRegistryLoad): Promise<void> {
  const { program, version, hash, assets } = load;
  await tx.registryAsset.createMany({ data: assets.map((asset) => ({ ...asset })), skipDuplicates: true });
  const listed = assets.map(({ kind, name, hash: own }) => ({ kind, name, hash: own }));
  await tx.registryLoad.create({ data: { program, version, hash, assets: listed } });
}

/** What is stored of these assets; those that are not there are left out. */
export function listAssetContents(
  tx: Transaction,
  assets: readonly AssetHash[],
): Promise<(AssetHash & { content: unknown })[]> {
  const column = (field: keyof AssetHash) => Prisma.sql`${assets.map((asset) => asset[field])}::text[]`;
  return query(
    tx,
    Prisma.sql`
    SELECT kind, name, hash, content FROM registry_asset
    WHERE (kind, name, hash) IN (SELECT * FROM unnest(${column('kind')}, ${column('name')}, ${column('hash')}))`,
  );
}
