-- Made from prisma/schema by `npm run db:freeze`: do not edit.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "dev_mail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "reply_to" TEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dev_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "dev_mail_key_key" ON "dev_mail"("key");

-- CreateIndex
CREATE INDEX "dev_mail_to_address_sent_at_idx" ON "dev_mail"("to_address", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "dev_mail_sent_at_idx" ON "dev_mail"("sent_at" DESC);
