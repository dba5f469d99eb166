-- CreateTable
CREATE TABLE "crm_company" (
    "id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "crm_company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm_opportunity" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "crm_opportunity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "crm_company_domain_key" ON "crm_company"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "crm_opportunity_key_key" ON "crm_opportunity"("key");

-- CreateIndex
CREATE INDEX "crm_opportunity_contact_id_idx" ON "crm_opportunity"("contact_id");

-- AddForeignKey
ALTER TABLE "crm_opportunity" ADD CONSTRAINT "crm_opportunity_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "crm_contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
-- What was logged with a contact that somebody deleted since stays as it is.
ALTER TABLE "crm_interaction" ADD CONSTRAINT "crm_interaction_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "crm_contact"("id") ON DELETE CASCADE ON UPDATE CASCADE NOT VALID;
