-- CreateTable
CREATE TABLE "registry_asset" (
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registry_asset_pkey" PRIMARY KEY ("kind","name","hash")
);

-- CreateTable
CREATE TABLE "registry_load" (
    "id" BIGSERIAL NOT NULL,
    "program" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "assets" JSONB NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registry_load_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "registry_load_program_id_idx" ON "registry_load"("program", "id" DESC);
