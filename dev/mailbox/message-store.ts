import type { Delivery } from './delivery.ts';
import type { DeliveryFolder } from './delivery-folder.ts';
import { type Message, readMessage } from './message.ts';

export type StoredMessage = { readonly message: Message; readonly delivery: Delivery };

export type MessageStore = {
  add(received: Pick<Delivery, 'envelope' | 'raw'>): Promise<StoredMessage>;
  list(): readonly StoredMessage[];
  find(id: string): StoredMessage | undefined;
  clear(): Promise<void>;
};

/** Holds every delivery in the order of arrival; the same message twice is two deliveries. */
export async function createMessageStore(folder: DeliveryFolder | undefined): Promise<MessageStore> {
  let stored: StoredMessage[] = await Promise.all(((await folder?.load()) ?? []).map(store));
  let lastNumber = Math.max(0, ...stored.map(({ delivery }) => Number(delivery.id)));
  return {
    async add(received) {
      lastNumber += 1;
      const delivery = { ...received, id: String(lastNumber).padStart(8, '0'), receivedAt: new Date() };
      const entry = await store(delivery);
      await folder?.save(delivery);
      stored.push(entry);
      return entry;
    },
    list: () => stored,
    find: (id) => stored.find(({ delivery }) => delivery.id === id),
    async clear() {
      const emptied = stored;
      stored = [];
      await folder?.remove(emptied.map(({ delivery }) => delivery));
    },
  };
}

async function store(delivery: Delivery): Promise<StoredMessage> {
  return { delivery, message: await readMessage(delivery) };
}
