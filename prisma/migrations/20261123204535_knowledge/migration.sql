-- CreateTable
CREATE TABLE "knowledge_document" (
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "review_by" DATE NOT NULL,
    "reason" TEXT,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "knowledge_document_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "knowledge_version" (
    "document" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "knowledge_version_pkey" PRIMARY KEY ("document","version")
);

-- CreateTable
CREATE TABLE "knowledge_passage" (
    "document" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "headings" TEXT[],
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "lexemes" tsvector NOT NULL,

    CONSTRAINT "knowledge_passage_pkey" PRIMARY KEY ("document","version","number")
);

-- CreateTable
CREATE TABLE "knowledge_word" (
    "language" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "lexeme" TEXT NOT NULL,

    CONSTRAINT "knowledge_word_pkey" PRIMARY KEY ("language","word")
);

-- CreateIndex
CREATE INDEX "knowledge_passage_lexemes_idx" ON "knowledge_passage" USING GIN ("lexemes");

-- CreateIndex
CREATE INDEX "knowledge_word_word_idx" ON "knowledge_word" USING GIN ("word" gin_trgm_ops);
