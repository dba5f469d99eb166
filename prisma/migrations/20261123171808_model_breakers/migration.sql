-- CreateTable
CREATE TABLE "model_breaker" (
    "model" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "failing_since" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_failure" TEXT NOT NULL,
    "last_why" TEXT NOT NULL,
    "rests_until" TIMESTAMPTZ(3),
    "probed_until" TIMESTAMPTZ(3),

    CONSTRAINT "model_breaker_pkey" PRIMARY KEY ("model")
);
