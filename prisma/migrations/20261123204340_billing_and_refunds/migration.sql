-- CreateTable
CREATE TABLE "order_return" (
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "condition" TEXT NOT NULL,
    "announced_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_invoice" (
    "number" TEXT NOT NULL,
    "order_number" TEXT,
    "customer_email" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_invoice_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "credit_note" (
    "number" TEXT NOT NULL,
    "invoice_number" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_note_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "payment" (
    "reference" TEXT NOT NULL,
    "invoice_number" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "paid_at" TIMESTAMPTZ(3) NOT NULL,
    "refunded" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("reference")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payment_reference" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outside_effect" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "connector" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outside_effect_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "order_return_order_number_idx" ON "order_return"("order_number");

-- CreateIndex
CREATE INDEX "customer_invoice_order_number_idx" ON "customer_invoice"("order_number");

-- CreateIndex
CREATE INDEX "customer_invoice_customer_email_issued_at_number_idx" ON "customer_invoice"("customer_email", "issued_at" DESC, "number" DESC);

-- CreateIndex
CREATE INDEX "credit_note_invoice_number_idx" ON "credit_note"("invoice_number");

-- CreateIndex
CREATE INDEX "payment_invoice_number_idx" ON "payment"("invoice_number");

-- CreateIndex
CREATE UNIQUE INDEX "refund_key_key" ON "refund"("key");

-- CreateIndex
CREATE INDEX "refund_payment_reference_idx" ON "refund"("payment_reference");

-- CreateIndex
CREATE INDEX "outside_effect_run_id_idx" ON "outside_effect"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "outside_effect_connector_key_key" ON "outside_effect"("connector", "key");

-- AddForeignKey
ALTER TABLE "order_return" ADD CONSTRAINT "order_return_order_number_fkey" FOREIGN KEY ("order_number") REFERENCES "customer_order"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_invoice_number_fkey" FOREIGN KEY ("invoice_number") REFERENCES "customer_invoice"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_invoice_number_fkey" FOREIGN KEY ("invoice_number") REFERENCES "customer_invoice"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_reference_fkey" FOREIGN KEY ("payment_reference") REFERENCES "payment"("reference") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever pays back at the same moment: the row itself refuses what is beyond the payment.
ALTER TABLE "payment"
  ADD CONSTRAINT "payment_amount" CHECK ("amount" > 0),
  ADD CONSTRAINT "payment_refunded" CHECK ("refunded" >= 0 AND "refunded" <= "amount");

ALTER TABLE "refund" ADD CONSTRAINT "refund_amount" CHECK ("amount" > 0);
