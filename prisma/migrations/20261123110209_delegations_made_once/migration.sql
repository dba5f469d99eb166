-- AlterTable
ALTER TABLE "delegation" ADD COLUMN     "idempotency_key" TEXT,
ADD COLUMN     "request_hash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "delegation_created_by_idempotency_key_key" ON "delegation"("created_by", "idempotency_key");
