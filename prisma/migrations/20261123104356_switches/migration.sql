-- CreateTable
CREATE TABLE "switch" (
    "id" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "pulled_by" TEXT NOT NULL,
    "pulled_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_by" TEXT,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_reason" TEXT,

    CONSTRAINT "switch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pause" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "step_key" TEXT NOT NULL,
    "execution" INTEGER NOT NULL,
    "switches" TEXT[],
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pause_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "switch_pulled_at_id_idx" ON "switch"("pulled_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "pause_step_key_key" ON "pause"("step_key");

-- CreateIndex
CREATE INDEX "pause_run_id_idx" ON "pause"("run_id");

-- Of one target, one switch is pulled at a time; every effect looks here whether one is.
CREATE UNIQUE INDEX "switch_pulled_idx" ON "switch"("target") WHERE "lifted_at" IS NULL;
