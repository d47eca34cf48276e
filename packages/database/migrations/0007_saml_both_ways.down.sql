DROP TABLE "sso_sessions";
ALTER TABLE "sso_providers" DROP COLUMN "own_key", DROP COLUMN "own_certificate";
