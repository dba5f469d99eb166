-- AlterTable
ALTER TABLE "pause" ADD COLUMN     "budgets" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "budget_window" (
    "key" TEXT NOT NULL,
    "budget" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "used_tokens" BIGINT NOT NULL,
    "reserved_tokens" BIGINT NOT NULL,
    "used_micros" BIGINT NOT NULL,
    "reserved_micros" BIGINT NOT NULL,
    "unpriced" INTEGER NOT NULL,
    "most_calls" INTEGER,
    "most_tokens" BIGINT,
    "most_micros" BIGINT,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "budget_window_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "model_reservation" (
    "call" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "windows" TEXT[],
    "priced" TEXT[],
    "tokens" BIGINT NOT NULL,
    "micros" BIGINT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_reservation_pkey" PRIMARY KEY ("call")
);

-- CreateTable
CREATE TABLE "budget_grant" (
    "id" TEXT NOT NULL,
    "window_key" TEXT NOT NULL,
    "budget" TEXT NOT NULL,
    "tokens" BIGINT NOT NULL,
    "micros" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_by" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "idempotency_key" TEXT,
    "request_hash" TEXT,

    CONSTRAINT "budget_grant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "budget_window_until_idx" ON "budget_window"("until");

-- CreateIndex
CREATE INDEX "model_reservation_until_idx" ON "model_reservation"("until");

-- CreateIndex
CREATE INDEX "budget_grant_window_key_idx" ON "budget_grant"("window_key");

-- CreateIndex
CREATE UNIQUE INDEX "budget_grant_granted_by_idempotency_key_key" ON "budget_grant"("granted_by", "idempotency_key");

-- No two statements together can let a window go over: the row itself refuses.
ALTER TABLE "budget_window"
  ADD CONSTRAINT "budget_window_calls" CHECK ("calls" <= "most_calls"),
  ADD CONSTRAINT "budget_window_tokens" CHECK ("used_tokens" + "reserved_tokens" <= "most_tokens"),
  ADD CONSTRAINT "budget_window_micros" CHECK ("used_micros" + "reserved_micros" <= "most_micros"),
  ADD CONSTRAINT "budget_window_not_negative" CHECK (
    "used_tokens" >= 0 AND "reserved_tokens" >= 0 AND "used_micros" >= 0 AND "reserved_micros" >= 0);

-- Every call changes some of these rows twice; where its page has room, a change touches no index.
ALTER TABLE "budget_window" SET (fillfactor = 50);
