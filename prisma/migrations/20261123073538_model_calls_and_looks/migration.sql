-- CreateTable
CREATE TABLE "model_call" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "step_key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "prompt_hash" TEXT NOT NULL,
    "asked_sealed" BYTEA NOT NULL,
    "answer_sealed" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "model_call_run_id_idx" ON "model_call"("run_id");

-- Of one person's looks at one run within a stretch of time, one is kept.
CREATE UNIQUE INDEX "ledger_look_idx" ON "ledger"("run_id", "actor", "body") WHERE "kind" = 'data-shown';
