DROP TABLE "versions", "verifications", "users", "usage_metrics", "teams", "team_members", "shares", "sessions", "refresh_tokens", "mentions", "instance_settings",
  "git_connections", "folders", "files", "document_updates", "document_snapshots", "comments", "audit_log", "api_keys", "accounts";
