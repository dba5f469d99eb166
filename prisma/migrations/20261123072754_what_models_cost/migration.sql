-- What models cost, and how they do. Days that are over are worked out once; the rest is read by an index of calls alone.

-- CreateTable
CREATE TABLE "model_day" (
    "day" DATE NOT NULL,
    "model" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "micros" BIGINT NOT NULL,

    CONSTRAINT "model_day_pkey" PRIMARY KEY ("day","model","process","currency")
);

-- How calls of models came out. Bodies are canonical JSON, so the model's name is the first value in them.
CREATE INDEX "ledger_model_call_idx" ON "ledger"(split_part("body", '"', 4), "at" DESC)
  WHERE "kind" IN ('effect-done', 'effect-failed') AND "body" LIKE '{"asset":"%","digest":"%","effect":"callModel",%';
