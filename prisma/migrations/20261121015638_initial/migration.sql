CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "run" (
    "id" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "process_version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "started_by" TEXT NOT NULL,
    "starter_role" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "reference" TEXT,
    "subject_id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "snapshot_hash" TEXT NOT NULL,
    "input_sealed" BYTEA NOT NULL,
    "parent_run_id" TEXT,
    "parent_step_key" TEXT,
    "idempotency_key" TEXT,
    "request_hash" TEXT,
    "execution" INTEGER NOT NULL DEFAULT 1,
    "temporal_run_id" TEXT,
    "follows_run_id" TEXT,
    "rounds" JSONB NOT NULL DEFAULT '[]',
    "dispatch_counter" INTEGER NOT NULL DEFAULT 0,
    "cancel_requested_at" TIMESTAMPTZ(3),
    "stuck_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_search" (
    "run_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "run_search_pkey" PRIMARY KEY ("run_id")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "hash" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "registry_text" (
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registry_text_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "dispatch" (
    "id" BIGSERIAL NOT NULL,
    "run_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "dispatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_result" (
    "key" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "result_sealed" BYTEA NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "step_result_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "step_key" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "point" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "action_sealed" BYTEA NOT NULL,
    "evidence_sealed" BYTEA NOT NULL,
    "evidence_digest" TEXT NOT NULL,
    "editable" TEXT[],
    "started_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_digest" TEXT,
    "decided_action_sealed" BYTEA,
    "comment_sealed" BYTEA,
    "signature" BYTEA,
    "signature_key_id" TEXT,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "step_key" TEXT NOT NULL,
    "step_name" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "message_class" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "content_sealed" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "response" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "run_id" TEXT,
    "actor" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sealed" BYTEA,
    "mac" BYTEA NOT NULL,

    CONSTRAINT "ledger_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_key" (
    "id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "run_id" TEXT,
    "subject_id" TEXT,
    "wrapped" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "destroyed_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payload" (
    "id" TEXT NOT NULL,
    "run_id" TEXT,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_mail" (
    "fingerprint" TEXT NOT NULL,
    "run_id" TEXT,
    "ignored" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbound_mail_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateTable
CREATE TABLE "crm_contact" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "company" TEXT,
    "tier" TEXT NOT NULL DEFAULT 'standard',
    "language" TEXT NOT NULL DEFAULT 'en',
    "country" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "crm_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm_interaction" (
    "id" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "step_key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "category" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "crm_interaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_order" (
    "number" TEXT NOT NULL,
    "customer_email" TEXT NOT NULL,
    "customer_name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "shipped_at" TIMESTAMPTZ(3),
    "expected_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "carrier" TEXT,
    "tracking_number" TEXT,
    "note" TEXT,

    CONSTRAINT "customer_order_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "run_parent_step_key_key" ON "run"("parent_step_key");

-- CreateIndex
CREATE INDEX "run_created_at_id_idx" ON "run"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "run_process_created_at_id_idx" ON "run"("process", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "run_status_created_at_id_idx" ON "run"("status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "run_outcome_created_at_id_idx" ON "run"("outcome", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "run_stuck_since_idx" ON "run"("stuck_since");

-- CreateIndex
CREATE INDEX "run_parent_run_id_idx" ON "run"("parent_run_id");

-- CreateIndex
CREATE INDEX "run_subject_id_idx" ON "run"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "run_started_by_idempotency_key_key" ON "run"("started_by", "idempotency_key");

-- CreateIndex
CREATE INDEX "dispatch_state_next_attempt_at_idx" ON "dispatch"("state", "next_attempt_at");

-- CreateIndex
CREATE UNIQUE INDEX "dispatch_run_id_sequence_key" ON "dispatch"("run_id", "sequence");

-- CreateIndex
CREATE INDEX "step_result_run_id_finished_at_idx" ON "step_result"("run_id", "finished_at");

-- CreateIndex
CREATE UNIQUE INDEX "approval_step_key_key" ON "approval"("step_key");

-- CreateIndex
CREATE INDEX "approval_state_opened_at_id_idx" ON "approval"("state", "opened_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "approval_run_id_idx" ON "approval"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_step_key_key" ON "outbox_message"("step_key");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_message_id_key" ON "outbox_message"("message_id");

-- CreateIndex
CREATE INDEX "outbox_message_state_next_attempt_at_idx" ON "outbox_message"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "outbox_message_run_id_idx" ON "outbox_message"("run_id");

-- CreateIndex
CREATE INDEX "ledger_run_id_id_idx" ON "ledger"("run_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "data_key_run_id_key" ON "data_key"("run_id");

-- CreateIndex
CREATE INDEX "data_key_subject_id_idx" ON "data_key"("subject_id");

-- CreateIndex
CREATE INDEX "payload_run_id_idx" ON "payload"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "subject_address_hash_key" ON "subject"("address_hash");

-- CreateIndex
CREATE UNIQUE INDEX "crm_contact_email_key" ON "crm_contact"("email");

-- CreateIndex
CREATE UNIQUE INDEX "crm_interaction_step_key_key" ON "crm_interaction"("step_key");

-- CreateIndex
CREATE INDEX "crm_interaction_contact_id_idx" ON "crm_interaction"("contact_id");

-- CreateIndex
CREATE INDEX "crm_interaction_run_id_idx" ON "crm_interaction"("run_id");

-- CreateIndex
CREATE INDEX "customer_order_customer_email_placed_at_idx" ON "customer_order"("customer_email", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "run_search_text_idx" ON "run_search" USING GIN ("text" gin_trgm_ops);
