-- Made from prisma/schema by `npm run db:freeze`: do not edit.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'merchant',
    "lang" TEXT NOT NULL DEFAULT 'ko',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "password" TEXT,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "public_key" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "device_type" TEXT NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    "created_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "user_id" UUID NOT NULL,
    "secret" TEXT,
    "proposed" TEXT,
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "backup_code" (
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "backup_code_pkey" PRIMARY KEY ("user_id","code_hash")
);

-- CreateTable
CREATE TABLE "staff_role" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "granted_by" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_by" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_member" (
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_member_pkey" PRIMARY KEY ("case_id","user_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "case_id" UUID,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "invited_by" UUID,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "forget_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "held_form" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_form_pkey" PRIMARY KEY ("id")
);

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
CREATE TABLE "case_card" (
    "case_id" UUID NOT NULL,
    "merchant_name" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "contact_email" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "countries" TEXT[],
    "website" TEXT,
    "volume_band" TEXT,
    "risk" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_card_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "case_visit" (
    "user_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "news_since" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_visit_pkey" PRIMARY KEY ("user_id","case_id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "desk" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_version" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL,
    "drafted_by" TEXT NOT NULL,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reference_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_draft" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "based_on" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "drafted_by" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reference_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "test_credentials" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "client_key" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "secret_tail" TEXT NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '[]',
    "sealed" TEXT,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "test_credentials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integration_key" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "client_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "tail" TEXT NOT NULL,
    "sealed" TEXT,
    "scopes" TEXT[],
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "born_at_seq" INTEGER NOT NULL,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "fetched_by" TEXT,
    "fetched_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "replaces" UUID,

    CONSTRAINT "integration_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_log" (
    "id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "key_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_credentials" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "keys_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "sealed" TEXT,
    "entered_by" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_credentials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "types" TEXT[],
    "secret" TEXT NOT NULL,
    "secret_tail" TEXT NOT NULL,
    "older" JSONB NOT NULL DEFAULT '[]',
    "rolled_by" TEXT,
    "rolled_at" TIMESTAMPTZ(3),
    "receiver_id" UUID,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "channel_id" UUID,
    "environment" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_error" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "took_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "answer" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_host" (
    "host" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "out_until" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_host_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "webhook_parked" (
    "delivery_id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_parked_pkey" PRIMARY KEY ("delivery_id")
);

-- CreateTable
CREATE TABLE "psp_payment" (
    "id" UUID NOT NULL,
    "order_ref" TEXT NOT NULL,
    "client_key" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "payment_id" TEXT,
    "merchant_order_ref" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "country_code" TEXT NOT NULL,
    "channel_key" TEXT NOT NULL,
    "method_key" TEXT NOT NULL,
    "method_name" TEXT NOT NULL,
    "shop_name" TEXT NOT NULL,
    "success_url" TEXT NOT NULL,
    "failure_url" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "instrument" TEXT,
    "channel_order_ref" TEXT NOT NULL,
    "refunded_minor" BIGINT NOT NULL DEFAULT 0,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "asked_status" TEXT,

    CONSTRAINT "psp_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "psp_refund" (
    "id" UUID NOT NULL,
    "refund_ref" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "psp_refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop_receiver" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shop_receiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop_order" (
    "id" UUID NOT NULL,
    "order_no" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "method_key" TEXT NOT NULL,
    "order_ref" TEXT,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shop_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop_receipt" (
    "id" UUID NOT NULL,
    "receiver_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "event_id" TEXT,
    "order_no" TEXT,
    "checks" JSONB NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shop_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "test_trial" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "of" TEXT NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "detail" JSONB NOT NULL,
    "made_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "test_trial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_check" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "order_no" TEXT NOT NULL,
    "order_ref" TEXT,
    "pay_url" TEXT,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "failure" TEXT,
    "refund_ref" TEXT,
    "stand_in" BOOLEAN NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "live_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "go_live_tick" (
    "channel_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "go_live_tick_pkey" PRIMARY KEY ("channel_id","item")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "terms" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "pages" INTEGER NOT NULL,
    "object_name" TEXT NOT NULL,
    "issued_by" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_object" TEXT,
    "signed_sha256" TEXT,
    "signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_signature" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "consent" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_signature_pkey" PRIMARY KEY ("id")
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

-- CreateTable
CREATE TABLE "inquiry_draft" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID,
    "answers" JSONB NOT NULL,
    "touched" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "case_ids" UUID[],
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "inquiry_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "wants" JSONB NOT NULL,
    "decided" JSONB NOT NULL,
    "submitted_by" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kyc_revision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "sealed" TEXT,
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kyc_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kyc_file" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "pages" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "object_name" TEXT NOT NULL,
    "upload_key" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "kyc_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kyc_draft" (
    "case_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "issued_on" DATE,
    "valid_until_on" DATE,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kyc_draft_pkey" PRIMARY KEY ("case_id","item")
);

-- CreateTable
CREATE TABLE "kyc_paper" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "file_ids" UUID[],
    "issued_on" DATE,
    "valid_until_on" DATE,
    "provided_by" TEXT NOT NULL,
    "provided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kyc_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kyc_original" (
    "case_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "noted_by" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kyc_original_pkey" PRIMARY KEY ("case_id","item")
);

-- CreateTable
CREATE TABLE "kyc_reveal" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kyc_reveal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kyc_screening" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "list" TEXT,
    "subjects" INTEGER NOT NULL,
    "matches" JSONB NOT NULL DEFAULT '[]',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "kyc_screening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_outbox" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "letter" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "to_user_id" UUID,
    "side" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "message_id" TEXT,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_address" (
    "address" TEXT NOT NULL,
    "bounced_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "mail_address_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "partner" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "wordmark" TEXT NOT NULL,
    "accent" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "contact_mail" TEXT NOT NULL,
    "master_name" TEXT,
    "master_key" TEXT,
    "paused_at" TIMESTAMPTZ(3),
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_key" (
    "id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "client_key" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "tail" TEXT NOT NULL,
    "scopes" TEXT[],
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,
    "line" UUID NOT NULL,

    CONSTRAINT "partner_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_log" (
    "id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "about" UUID,
    "actor_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "partner_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "token_hash" TEXT,
    "reference" TEXT,
    "prefill" TEXT,
    "handed_over" TEXT[],
    "made_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "draft_id" UUID,
    "shared_since" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "inquiry_sent_at" TIMESTAMPTZ(3),
    "proposal_sent_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "approved_at" TIMESTAMPTZ(3),
    "live_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_consent" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "text_version" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "user_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_answer" (
    "partner_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_answer_pkey" PRIMARY KEY ("partner_id","key")
);

-- CreateTable
CREATE TABLE "proposal_draft" (
    "case_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_draft_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "proposal_version" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "track" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "editions" JSONB NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "sent_by" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_note" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "line" INTEGER,
    "kind" TEXT NOT NULL,
    "about" UUID,
    "text" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_decline" (
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_decline_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "site_check" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "goods" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "progress" JSONB,
    "report" JSONB,
    "diff" JSONB,
    "failure" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "site_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_ruling" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "check_id" UUID NOT NULL,
    "requirement" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "ruled_by" TEXT NOT NULL,
    "ruled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_access" (
    "case_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "given_by" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_access_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "site_access_view" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "viewed_by" TEXT NOT NULL,
    "viewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_access_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_app_picture" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "shows" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "object_name" TEXT NOT NULL,
    "upload_key" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "site_app_picture_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_seen_at_idx" ON "session"("user_id", "seen_at" DESC);

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "account_user_id_provider_id_key" ON "account"("user_id", "provider_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "verification_expires_at_idx" ON "verification"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_user_id_idx" ON "passkey"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_code_expires_at_idx" ON "sign_in_code"("expires_at");

-- CreateIndex
CREATE INDEX "staff_role_user_id_idx" ON "staff_role"("user_id");

-- CreateIndex
CREATE INDEX "staff_role_role_idx" ON "staff_role"("role");

-- CreateIndex
CREATE INDEX "case_member_user_id_idx" ON "case_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_case_id_idx" ON "invitation"("case_id");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "throttle_forget_at_idx" ON "throttle"("forget_at");

-- CreateIndex
CREATE INDEX "held_form_expires_at_idx" ON "held_form"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "dev_mail_key_key" ON "dev_mail"("key");

-- CreateIndex
CREATE INDEX "dev_mail_to_address_sent_at_idx" ON "dev_mail"("to_address", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "dev_mail_sent_at_idx" ON "dev_mail"("sent_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_user_id_desk_name_key" ON "saved_view"("user_id", "desk", "name");

-- CreateIndex
CREATE INDEX "reference_version_kind_valid_from_idx" ON "reference_version"("kind", "valid_from" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "reference_version_kind_number_key" ON "reference_version"("kind", "number");

-- CreateIndex
CREATE INDEX "reference_draft_kind_drafted_at_idx" ON "reference_draft"("kind", "drafted_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "test_credentials_client_key_key" ON "test_credentials"("client_key");

-- CreateIndex
CREATE INDEX "test_credentials_channel_id_made_at_idx" ON "test_credentials"("channel_id", "made_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "integration_key_client_key_key" ON "integration_key"("client_key");

-- CreateIndex
CREATE INDEX "integration_key_channel_id_proposed_at_idx" ON "integration_key"("channel_id", "proposed_at" DESC);

-- CreateIndex
CREATE INDEX "key_log_channel_id_at_idx" ON "key_log"("channel_id", "at" DESC);

-- CreateIndex
CREATE INDEX "live_credentials_channel_id_entered_at_idx" ON "live_credentials"("channel_id", "entered_at" DESC);

-- CreateIndex
CREATE INDEX "webhook_endpoint_case_id_environment_idx" ON "webhook_endpoint"("case_id", "environment");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_event_cause_key" ON "webhook_event"("cause");

-- CreateIndex
CREATE INDEX "webhook_event_channel_id_made_at_idx" ON "webhook_event"("channel_id", "made_at" DESC);

-- CreateIndex
CREATE INDEX "webhook_delivery_endpoint_id_made_at_idx" ON "webhook_delivery"("endpoint_id", "made_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_event_id_endpoint_id_key" ON "webhook_delivery"("event_id", "endpoint_id");

-- CreateIndex
CREATE INDEX "webhook_attempt_delivery_id_number_idx" ON "webhook_attempt"("delivery_id", "number");

-- CreateIndex
CREATE INDEX "webhook_parked_host_at_idx" ON "webhook_parked"("host", "at");

-- CreateIndex
CREATE UNIQUE INDEX "psp_payment_order_ref_key" ON "psp_payment"("order_ref");

-- CreateIndex
CREATE INDEX "psp_payment_client_key_made_at_idx" ON "psp_payment"("client_key", "made_at");

-- CreateIndex
CREATE UNIQUE INDEX "psp_payment_client_key_merchant_order_ref_key" ON "psp_payment"("client_key", "merchant_order_ref");

-- CreateIndex
CREATE UNIQUE INDEX "psp_refund_refund_ref_key" ON "psp_refund"("refund_ref");

-- CreateIndex
CREATE UNIQUE INDEX "psp_refund_payment_id_key_key" ON "psp_refund"("payment_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "shop_receiver_case_id_key" ON "shop_receiver"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "shop_receiver_token_key" ON "shop_receiver"("token");

-- CreateIndex
CREATE UNIQUE INDEX "shop_order_order_no_key" ON "shop_order"("order_no");

-- CreateIndex
CREATE INDEX "shop_order_channel_id_made_at_idx" ON "shop_order"("channel_id", "made_at" DESC);

-- CreateIndex
CREATE INDEX "shop_receipt_receiver_id_at_idx" ON "shop_receipt"("receiver_id", "at" DESC);

-- CreateIndex
CREATE INDEX "test_trial_channel_id_at_idx" ON "test_trial"("channel_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "live_check_order_no_key" ON "live_check"("order_no");

-- CreateIndex
CREATE INDEX "live_check_channel_id_made_at_idx" ON "live_check"("channel_id", "made_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "contract_object_name_key" ON "contract"("object_name");

-- CreateIndex
CREATE UNIQUE INDEX "contract_case_id_version_key" ON "contract"("case_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "contract_signature_contract_id_side_key" ON "contract_signature"("contract_id", "side");

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

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_draft_token_hash_key" ON "inquiry_draft"("token_hash");

-- CreateIndex
CREATE INDEX "inquiry_draft_user_id_changed_at_idx" ON "inquiry_draft"("user_id", "changed_at" DESC);

-- CreateIndex
CREATE INDEX "inquiry_draft_changed_at_idx" ON "inquiry_draft"("changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_case_id_key" ON "inquiry"("case_id");

-- CreateIndex
CREATE INDEX "inquiry_draft_id_idx" ON "inquiry"("draft_id");

-- CreateIndex
CREATE INDEX "kyc_revision_case_id_item_saved_at_idx" ON "kyc_revision"("case_id", "item", "saved_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "kyc_file_object_name_key" ON "kyc_file"("object_name");

-- CreateIndex
CREATE UNIQUE INDEX "kyc_file_upload_key_key" ON "kyc_file"("upload_key");

-- CreateIndex
CREATE INDEX "kyc_file_case_id_item_idx" ON "kyc_file"("case_id", "item");

-- CreateIndex
CREATE INDEX "kyc_paper_case_id_item_idx" ON "kyc_paper"("case_id", "item");

-- CreateIndex
CREATE INDEX "kyc_reveal_case_id_at_idx" ON "kyc_reveal"("case_id", "at");

-- CreateIndex
CREATE INDEX "kyc_screening_case_id_started_at_idx" ON "kyc_screening"("case_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "mail_outbox_case_id_created_at_idx" ON "mail_outbox"("case_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "mail_outbox_state_created_at_id_idx" ON "mail_outbox"("state", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mail_outbox_created_at_id_idx" ON "mail_outbox"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "mail_outbox_cause_to_address_key" ON "mail_outbox"("cause", "to_address");

-- CreateIndex
CREATE UNIQUE INDEX "partner_slug_key" ON "partner"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "partner_key_client_key_key" ON "partner_key"("client_key");

-- CreateIndex
CREATE INDEX "partner_key_partner_id_made_at_idx" ON "partner_key"("partner_id", "made_at" DESC);

-- CreateIndex
CREATE INDEX "partner_key_line_idx" ON "partner_key"("line");

-- CreateIndex
CREATE INDEX "partner_log_partner_id_at_idx" ON "partner_log"("partner_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "referral_public_id_key" ON "referral"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_token_hash_key" ON "referral"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "referral_draft_id_key" ON "referral"("draft_id");

-- CreateIndex
CREATE INDEX "referral_partner_id_id_idx" ON "referral"("partner_id", "id" DESC);

-- CreateIndex
CREATE INDEX "referral_partner_id_created_at_idx" ON "referral"("partner_id", "created_at");

-- CreateIndex
CREATE INDEX "referral_created_at_idx" ON "referral"("created_at");

-- CreateIndex
CREATE INDEX "referral_consent_referral_id_at_idx" ON "referral_consent"("referral_id", "at");

-- CreateIndex
CREATE INDEX "proposal_version_proposal_id_version_idx" ON "proposal_version"("proposal_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_version_case_id_version_key" ON "proposal_version"("case_id", "version");

-- CreateIndex
CREATE INDEX "proposal_note_case_id_at_idx" ON "proposal_note"("case_id", "at");

-- CreateIndex
CREATE INDEX "proposal_decline_at_idx" ON "proposal_decline"("at");

-- CreateIndex
CREATE INDEX "site_check_case_id_requested_at_idx" ON "site_check"("case_id", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "site_ruling_case_id_ruled_at_idx" ON "site_ruling"("case_id", "ruled_at" DESC);

-- CreateIndex
CREATE INDEX "site_access_view_case_id_viewed_at_idx" ON "site_access_view"("case_id", "viewed_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "site_app_picture_object_name_key" ON "site_app_picture"("object_name");

-- CreateIndex
CREATE UNIQUE INDEX "site_app_picture_upload_key_key" ON "site_app_picture"("upload_key");

-- CreateIndex
CREATE INDEX "site_app_picture_case_id_uploaded_at_idx" ON "site_app_picture"("case_id", "uploaded_at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "webhook_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "psp_refund" ADD CONSTRAINT "psp_refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "psp_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_signature" ADD CONSTRAINT "contract_signature_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
