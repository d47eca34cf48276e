CREATE TABLE "file_assets" (
	"file_id" uuid NOT NULL,
	"asset_id" text NOT NULL,
	CONSTRAINT "file_assets_file_id_asset_id_pk" PRIMARY KEY("file_id","asset_id")
);
--> statement-breakpoint
ALTER TABLE "file_assets" ADD CONSTRAINT "file_assets_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_assets_asset_idx" ON "file_assets" USING btree ("asset_id");--> statement-breakpoint
-- What documents hold by now. In a Yjs update a digest stands whole, behind its length.
INSERT INTO "file_assets" ("file_id", "asset_id")
SELECT DISTINCT held."file_id", found[1]
FROM (
	SELECT "file_id", "update" AS bytes FROM "document_updates"
	UNION ALL SELECT "file_id", "state" FROM "document_snapshots"
	UNION ALL SELECT "file_id", "document" FROM "versions"
) held, regexp_matches(encode(held.bytes, 'escape'), '[0-9a-f]{64}', 'g') AS found;
