DROP TABLE "team_invitations", "oauth_tokens", "oauth_codes", "oauth_grants", "oauth_apps";
