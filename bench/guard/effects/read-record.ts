import { createCrms } from '#activities/crms.ts';
import { createFindStanding } from '#activities/find-standing.ts';
import { createLookUpOrder } from '#activities/look-up-order.ts';
import { createOnce } from '#activities/once.ts';
import { type GuardGround, type MeasuredEffect, refuseAllBut } from '../measured-effect.ts';

/** The look-up of an order, and of what the CRM knows of its customer. */
export function readRecordEffect(ground: GuardGround): MeasuredEffect {
  const { orders } = ground.world;
  const crms = createCrms(ground.world.crms);
  const findStanding = createFindStanding({ admit: ground.admit, crms });
  const { direct } = ground.database;
  const lookUpOrder = createLookUpOrder({ once: createOnce(ground), orders, crms, findStanding });
  return {
    name: 'readRecord',
    guarded: async ({ order, step }) => {
      const search = { customer: order.customerEmail, numbers: [order.number] };
      refuseAllBut(['found'], await lookUpOrder({ step: step('lookUpOrder'), ...search }));
    },
    bare: async ({ order }) => {
      await Promise.all([
        orders.findByNumbers(direct, [order.number]),
        crms.own.findStanding(direct, order.customerEmail),
      ]);
    },
  };
}
