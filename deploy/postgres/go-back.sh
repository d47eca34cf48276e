#!/bin/sh
# go-back.sh <data folder> <moment>: makes a server out of an unpacked base backup go forward to a moment, such as '2026-11-27 09:30:00+00', when it
# is started, and no further.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
case "$2" in *\'*) echo "A moment has no quotation marks." >&2; exit 2 ;; esac
cat >> "$1/postgresql.auto.conf" <<END
restore_command = 'sh $here/restore.sh %f %p'
recovery_target_time = '$2'
recovery_target_action = 'promote'
END
touch "$1/recovery.signal"
