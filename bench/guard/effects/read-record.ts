import { createLookUpOrder } from '#activities/look-up-order.ts';
import { createOnce } from '#activities/once.ts';
import { type GuardGround, type MeasuredEffect, refuseAllBut } from '../measured-effect.ts';

/** The look-up of an order, and of what the CRM knows of its customer. */
export function readRecordEffect(ground: GuardGround): MeasuredEffect {
  const { orders, crm } = ground.world;
  const { direct } = ground.database;
  const lookUpOrder = createLookUpOrder({ once: createOnce(ground), admit: ground.admit, orders, crm });
  return {
    name: 'readRecord',
    guarded: async ({ order, step }) => {
      const search = { customer: order.customerEmail, numbers: [order.number] };
      refuseAllBut(['found'], await lookUpOrder({ step: step('lookUpOrder'), ...search }));
    },
    bare: async ({ order }) => {
      await Promise.all([orders.findByNumbers(direct, [order.number]), crm.findStanding(direct, order.customerEmail)]);
    },
  };
}
