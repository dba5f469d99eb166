-- A call is kept when it is made, and settled once it is over. In doubt stays who was not heard.

-- AlterTable
ALTER TABLE "model_call" ADD COLUMN     "doubt" TEXT,
ADD COLUMN     "model" TEXT,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3);

-- Calls were kept once they were over.
UPDATE "model_call" SET "settled_at" = "at";

-- Calls of which nobody knows whether they were paid for, of all others.
CREATE INDEX "model_call_doubt_idx" ON "model_call"("at") WHERE "doubt" IS NOT NULL;

-- How calls of models came out, those whose end nobody knows too.
DROP INDEX "ledger_model_call_idx";
CREATE INDEX "ledger_model_call_idx" ON "ledger"(split_part("body", '"', 4), "at" DESC)
  WHERE "kind" IN ('effect-done', 'effect-failed', 'effect-unknown') AND "body" LIKE '{"asset":"%","digest":"%","effect":"callModel",%';
