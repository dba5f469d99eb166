-- AlterTable
ALTER TABLE "question" ALTER COLUMN "approval_id" DROP NOT NULL;
