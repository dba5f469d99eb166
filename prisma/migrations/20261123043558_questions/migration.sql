-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "question_to" TEXT;

-- CreateTable
CREATE TABLE "question" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "approval_id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "asked_of" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "answer_sealed" BYTEA,
    "handed_in_by" TEXT,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "question_approval_id_key" ON "question"("approval_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_message_id_key" ON "question"("message_id");

-- CreateIndex
CREATE INDEX "question_run_id_idx" ON "question"("run_id");
