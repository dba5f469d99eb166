-- AlterTable
ALTER TABLE "outbox_message" ADD COLUMN     "told" TEXT[] DEFAULT ARRAY[]::TEXT[];
