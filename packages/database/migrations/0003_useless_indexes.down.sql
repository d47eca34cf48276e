CREATE INDEX "api_keys_live_idx" ON "api_keys" USING btree ("key_hash") WHERE "api_keys"."revoked_at" is null;
CREATE INDEX "files_owner_idx" ON "files" USING btree ("owner_id");
CREATE INDEX "git_connections_user_idx" ON "git_connections" USING btree ("user_id");
CREATE INDEX "users_active_idx" ON "users" USING btree ("id") WHERE "users"."deleted_at" is null;
