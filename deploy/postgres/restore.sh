#!/bin/sh
# PostgreSQL's restore_command: restore.sh %f %p. Brings an archived piece of the log back.
set -eu
cp "$WAL_ARCHIVE/$1" "$2"
