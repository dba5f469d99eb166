import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivery } from './delivery.ts';
import { readDelivery, writeDelivery } from './delivery-file.ts';

export type DeliveryFolder = {
  load(): Promise<Delivery[]>;
  save(delivery: Delivery): Promise<void>;
  remove(deliveries: readonly Delivery[]): Promise<void>;
};

/** Keeps one .eml file a delivery, so that messages survive a restart. */
export function createDeliveryFolder(folder: string): DeliveryFolder {
  const pathOf = ({ id }: Delivery) => join(folder, `${id}.eml`);
  return {
    async load() {
      await mkdir(folder, { recursive: true });
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
      const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
      return files.map(readDelivery).filter((delivery) => delivery !== undefined);
    },
    async save(delivery) {
      const unfinished = `${pathOf(delivery)}.unfinished`;
      await writeFile(unfinished, writeDelivery(delivery), { flush: true });
      await rename(unfinished, pathOf(delivery));
    },
    async remove(deliveries) {
      await Promise.all(deliveries.map((delivery) => rm(pathOf(delivery), { force: true })));
    },
  };
}
