ALTER TABLE "sso_sessions" DROP COLUMN "id_token";
