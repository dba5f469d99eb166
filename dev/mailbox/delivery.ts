/** One message as it was handed over by SMTP: the envelope and the bytes, unchanged. */
export type Delivery = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly raw: Buffer;
};
