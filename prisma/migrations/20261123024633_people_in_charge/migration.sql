-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "audience" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "claimed_by" TEXT,
ADD COLUMN     "decided_with" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "editors" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_step" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "on_behalf_of" TEXT,
ADD COLUMN     "original_sealed" BYTEA,
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "stage" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "terms" JSONB,
ADD COLUMN     "void_code" TEXT,
ADD COLUMN     "voters" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "votes" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "approval_comment" (
    "id" TEXT NOT NULL,
    "approval_id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "text_sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" TEXT NOT NULL,
    "from_person" TEXT NOT NULL,
    "to_person" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "mac" TEXT NOT NULL,
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_link" (
    "token_hash" TEXT NOT NULL,
    "approval_id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "approval_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "approval_vote" (
    "id" TEXT NOT NULL,
    "approval_id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "decision" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "action_sealed" BYTEA,
    "comment_sealed" BYTEA,
    "signature" BYTEA NOT NULL,
    "signature_key_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_vote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approval_comment_approval_id_at_idx" ON "approval_comment"("approval_id", "at");

-- CreateIndex
CREATE INDEX "approval_comment_run_id_idx" ON "approval_comment"("run_id");

-- CreateIndex
CREATE INDEX "delegation_to_person_ends_at_idx" ON "delegation"("to_person", "ends_at");

-- CreateIndex
CREATE INDEX "delegation_from_person_ends_at_idx" ON "delegation"("from_person", "ends_at");

-- CreateIndex
CREATE INDEX "approval_link_approval_id_idx" ON "approval_link"("approval_id");

-- CreateIndex
CREATE INDEX "approval_vote_approval_id_idx" ON "approval_vote"("approval_id");

-- CreateIndex
CREATE INDEX "approval_vote_run_id_idx" ON "approval_vote"("run_id");

-- CreateIndex
CREATE INDEX "approval_state_next_at_idx" ON "approval"("state", "next_at");

-- CreateIndex
CREATE INDEX "approval_state_due_at_idx" ON "approval"("state", "due_at");

-- Tasks that are open ask whom their route names.
UPDATE "approval" SET "audience" = ARRAY['role:' || "role"] WHERE "state" = 'open';
