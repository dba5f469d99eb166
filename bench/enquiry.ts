import { orders } from '#dev/records/index.ts';

/** Up to what the approver of the bench may agree to, in minor units. */
const mostDecided = 75_000;
const decidable = orders.filter(({ total }) => total <= mostDecided);

/** The e-mail with this number: a customer of the sample records asks where their order is. */
export function enquiryOf(number: number) {
  const order = decidable[number % decidable.length];
  if (!order) throw new Error('There are no sample orders');
  return {
    from: order.customerEmail,
    name: order.customerName,
    subject: `Where is ${order.number}?`,
    text: `Hello,\n\nI ordered some weeks ago, and nothing has come yet. Where is my order ${order.number}?\n\nKind regards\n${order.customerName}`,
    messageId: `<enquiry-${number}@customer.example>`,
    references: [`<earlier-${number}@customer.example>`],
  };
}

export type BenchEnquiry = ReturnType<typeof enquiryOf>;
