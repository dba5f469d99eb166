-- CreateTable
CREATE TABLE "placeholder_table" (
    "run_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "table_sealed" BYTEA NOT NULL,

    CONSTRAINT "placeholder_table_pkey" PRIMARY KEY ("run_id")
);
