import { createCrms } from '#activities/crms.ts';
import { createOnce } from '#activities/once.ts';
import { createOutsideOnce } from '#activities/outside-once.ts';
import { createWriteCrm } from '#activities/write-crm.ts';
import type { Interaction } from '#contracts/interaction.ts';
import { stepKey } from '#contracts/step.ts';
import type { OrderRecord } from '#dev/records/index.ts';
import { writeTogether } from '#store/write-together.ts';
import { letterOf } from '../letter.ts';
import { type GuardGround, type MeasuredEffect, refuseAllBut } from '../measured-effect.ts';

/** An entry in the CRM about the letter that came. */
export function writeRecordEffect(ground: GuardGround): MeasuredEffect {
  const crms = createCrms(ground.world.crms);
  const { direct } = ground.database;
  const writeCrm = createWriteCrm({
    once: createOnce(ground),
    outsideOnce: createOutsideOnce(ground),
    admit: ground.admit,
    crms,
  });
  return {
    name: 'writeRecord',
    guarded: async ({ order, step }) => {
      refuseAllBut(['logged'], await writeCrm({ step: step('logEnquiry'), interaction: interactionOf(order) }));
    },
    bare: async ({ order, step }) => {
      const { run, address } = step('logEnquiryBare');
      const entry = {
        ...interactionOf(order),
        withStanding: true,
        runId: run.id,
        key: stepKey(address),
        digest: 'bare',
      };
      const { writes } = await crms.own.planInteraction(direct, entry);
      await writeTogether(direct, { writes });
    },
  };
}

function interactionOf(order: OrderRecord): Interaction {
  return {
    customer: { email: order.customerEmail, name: order.customerName },
    direction: 'inbound',
    subject: `Where is ${order.number}?`,
    summary: letterOf(order),
    category: 'order-status',
  };
}
