import type { DeliveredOrder } from '#store/dispatch.ts';

/**
 * Writes down what was delivered. What is delivered while one statement is under way goes into the next together:
 * nobody waits for a slow delivery, and the busier it is, the fewer the statements.
 */
export function createDeliveredMarks(
  write: (orders: readonly DeliveredOrder[]) => Promise<void>,
): (order: DeliveredOrder) => Promise<void> {
  let gathering: { orders: DeliveredOrder[]; written: Promise<void> } | undefined;
  let underWay: Promise<void> = Promise.resolve();

  function gather(): { orders: DeliveredOrder[]; written: Promise<void> } {
    const orders: DeliveredOrder[] = [];
    const written = underWay.then(() => {
      gathering = undefined;
      return write(orders);
    });
    underWay = written.catch(() => undefined);
    return { orders, written };
  }

  return (order) => {
    gathering ??= gather();
    gathering.orders.push(order);
    return gathering.written;
  };
}
