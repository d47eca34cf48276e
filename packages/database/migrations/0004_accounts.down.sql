DROP TABLE "two_factors", "passkeys", "backup_codes", "account_links";
ALTER TABLE "users" DROP COLUMN "recovery_requested_at";
ALTER TABLE "sessions" DROP COLUMN "remembered";
ALTER TABLE "sessions" DROP COLUMN "place";
