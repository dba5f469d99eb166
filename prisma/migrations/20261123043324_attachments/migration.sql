-- CreateTable
CREATE TABLE "attachment" (
    "run_id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content_sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("run_id","sha256")
);
