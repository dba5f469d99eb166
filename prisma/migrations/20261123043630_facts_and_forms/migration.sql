-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "fields_sealed" BYTEA;

-- AlterTable
ALTER TABLE "approval_vote" ADD COLUMN     "fields_sealed" BYTEA;

-- AlterTable
ALTER TABLE "crm_interaction" ADD COLUMN     "outcome" JSONB;
