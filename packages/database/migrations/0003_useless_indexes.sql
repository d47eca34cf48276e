DROP INDEX "api_keys_live_idx";--> statement-breakpoint
DROP INDEX "files_owner_idx";--> statement-breakpoint
DROP INDEX "git_connections_user_idx";--> statement-breakpoint
DROP INDEX "users_active_idx";
