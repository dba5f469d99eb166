-- Lists of runs and tasks stay quick among a million. What only few rows are is indexed for these alone, so that a run
-- that goes well writes fewer entries than before. Queries write the same conditions as literals.

-- DropIndex
DROP INDEX "approval_state_due_at_idx";

-- DropIndex
DROP INDEX "approval_state_next_at_idx";

-- DropIndex
DROP INDEX "run_outcome_created_at_id_idx";

-- DropIndex
DROP INDEX "run_status_created_at_id_idx";

-- DropIndex
DROP INDEX "run_stuck_since_idx";

-- DropIndex
DROP INDEX "run_subject_id_idx";

-- CreateIndex
CREATE INDEX "run_subject_id_created_at_id_idx" ON "run"("subject_id", "created_at" DESC, "id" DESC);

-- Runs that are not over, newest first; their status is compared without reading them.
CREATE INDEX "run_open_idx" ON "run"("created_at" DESC, "id" DESC, "status") WHERE "status" <> 'closed';

-- Runs that came to an end nobody chose.
CREATE INDEX "run_failed_idx" ON "run"("created_at" DESC, "id" DESC)
  WHERE "outcome" IN ('failed', 'blocked', 'timed-out', 'never-started');

CREATE INDEX "run_undeliverable_idx" ON "run"("id") WHERE "outcome" = 'undeliverable';

CREATE INDEX "run_stuck_idx" ON "run"("created_at" DESC, "id" DESC)
  WHERE "stuck_since" IS NOT NULL AND "status" <> 'closed';

-- Business numbers, however they are written.
CREATE INDEX "run_reference_idx" ON "run"(upper("reference"), "created_at" DESC, "id" DESC)
  WHERE "reference" IS NOT NULL;

CREATE INDEX "approval_open_next_at_idx" ON "approval"("next_at") WHERE "state" = 'open' AND "next_at" IS NOT NULL;

CREATE INDEX "approval_open_due_at_idx" ON "approval"("due_at", "run_id") WHERE "state" = 'open';

-- The highest priority first, and within it what is due first.
CREATE INDEX "approval_urgency_idx" ON "approval"("state", (-"priority"), "due_at", "id");
