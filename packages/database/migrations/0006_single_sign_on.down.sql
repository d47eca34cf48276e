DROP TABLE "scim_members", "scim_groups", "sso_assertions", "sso_providers";
