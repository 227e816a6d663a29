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

-- CreateTable
CREATE TABLE "subject" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "machine_version" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "context" JSONB NOT NULL,
    "timers" JSONB NOT NULL DEFAULT '{}',
    "phase" TEXT NOT NULL,
    "states" TEXT[],
    "turns" TEXT[],
    "status" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_entry" (
    "subject_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "case_id" UUID NOT NULL,
    "event" JSONB NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "machine_version" INTEGER NOT NULL,
    "idempotency_key" TEXT,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("subject_id","seq","at")
);

-- CreateTable
CREATE TABLE "desk_item" (
    "desk" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_item_pkey" PRIMARY KEY ("desk","subject_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "dev_mail_key_key" ON "dev_mail"("key");

-- CreateIndex
CREATE INDEX "dev_mail_to_address_sent_at_idx" ON "dev_mail"("to_address", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "dev_mail_sent_at_idx" ON "dev_mail"("sent_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "subject_public_id_key" ON "subject"("public_id");

-- CreateIndex
CREATE INDEX "subject_case_id_kind_idx" ON "subject"("case_id", "kind");

-- CreateIndex
CREATE INDEX "subject_kind_status_changed_at_id_idx" ON "subject"("kind", "status", "changed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "log_entry_subject_id_idempotency_key_idx" ON "log_entry"("subject_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "log_entry_case_id_at_idx" ON "log_entry"("case_id", "at");

-- CreateIndex
CREATE INDEX "desk_item_desk_due_at_subject_id_idx" ON "desk_item"("desk", "due_at", "subject_id");

-- CreateIndex
CREATE INDEX "desk_item_subject_id_idx" ON "desk_item"("subject_id");
