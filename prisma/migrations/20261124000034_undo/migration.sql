-- AlterTable
ALTER TABLE "run" ADD COLUMN     "undo_outcome" TEXT;

-- CreateTable
CREATE TABLE "undone_step" (
    "key" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "undone_step_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "undone_step_run_id_idx" ON "undone_step"("run_id");
