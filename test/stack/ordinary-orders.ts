import { orders } from '#dev/records/index.ts';

/** Up to what every approver of the sample registry may agree to a reply about an order, in minor units. */
const ordinary = 75_000;

/** Orders that are nobody's in particular to decide about. */
export const ordinaryOrders = orders.filter(({ total }) => total <= ordinary);
