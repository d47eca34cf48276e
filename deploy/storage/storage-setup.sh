#!/bin/sh
# Makes the buckets private, gives them their rules, and makes two users: the services' reaches their three buckets alone, that of backups its own alone.
set -eu
mc alias set store "$STORE_URL" "$MINIO_ROOT_USER" "$MINIO_ROOT_PASSWORD" >/dev/null

for bucket in diagrams exports uploads backups; do
  mc mb --ignore-existing "store/$bucket"
  mc anonymous set none "store/$bucket"
done

# What was overwritten or deleted can be brought back for a week; exports are made again when they are asked for again.
for bucket in diagrams uploads; do
  mc version enable "store/$bucket"
  mc ilm rule import "store/$bucket" < /setup/keep-a-week.json
done
mc ilm rule import store/exports < /setup/expire-exports.json

mc admin user add store "$S3_ACCESS_KEY_ID" "$S3_SECRET_ACCESS_KEY"
mc admin policy create store autograph /setup/policy.json
mc admin policy attach store autograph --user "$S3_ACCESS_KEY_ID" 2>/dev/null || true

mc admin user add store "$BACKUP_S3_ACCESS_KEY_ID" "$BACKUP_S3_SECRET_ACCESS_KEY"
mc admin policy create store autograph-backup /setup/backup-policy.json
mc admin policy attach store autograph-backup --user "$BACKUP_S3_ACCESS_KEY_ID" 2>/dev/null || true
echo "The storage is ready."
