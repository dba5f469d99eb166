import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivery } from './delivery.ts';
import { readDelivery, writeDelivery } from './delivery-file.ts';

export type DeliveryFolder = {
  load(): Promise<Delivery[]>;
  save(delivery: Delivery): Promise<void>;
  remove(deliveries: readonly Delivery[]): Promise<void>;
};

/** Keeps one .eml file a delivery, so that messages survive a restart; they are nobody else's to read. */
export function createDeliveryFolder(folder: string): DeliveryFolder {
  const pathOf = ({ id }: Delivery) => join(folder, `${id}.eml`);
  return {
    async load() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
      await Promise.all(names.map((name) => chmod(join(folder, name), 0o600)));
      const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
      return files.map(readDelivery).filter((delivery) => delivery !== undefined);
    },
    async save(delivery) {
      const unfinished = `${pathOf(delivery)}.unfinished`;
      await writeFile(unfinished, writeDelivery(delivery), { flush: true, mode: 0o600 });
      await rename(unfinished, pathOf(delivery));
    },
    async remove(deliveries) {
      await Promise.all(deliveries.map((delivery) => rm(pathOf(delivery), { force: true })));
    },
  };
}
