#!/bin/sh
# A copy of the whole server to go forward from by the archived log: base-backup.sh. Runs beside the server, once a day; keeps a week of copies
# and the log since the oldest of them.
set -eu
name=$(date -u +%Y-%m-%dT%H%M%SZ)
pg_basebackup --pgdata="$WAL_ARCHIVE/base/$name.part" --format=tar --gzip --wal-method=none --checkpoint=fast --label="$name"
mv "$WAL_ARCHIVE/base/$name.part" "$WAL_ARCHIVE/base/$name"
ls -1d "$WAL_ARCHIVE"/base/*Z | head -n -7 | xargs -r rm -rf
oldest=$(ls -1 "$WAL_ARCHIVE" | grep -E '^[0-9A-F]{24}\.[0-9A-F]{8}\.backup$' | sort | tail -n 7 | head -n 1)
if [ -n "$oldest" ]; then pg_archivecleanup "$WAL_ARCHIVE" "$oldest"; fi
