#!/bin/sh
# PostgreSQL's archive_command: archive.sh %p %f. Keeps a finished piece of the write-ahead log in WAL_ARCHIVE, whole or not at all; one that is
# there already is right only if it is the same.
set -eu
target="$WAL_ARCHIVE/$2"
if [ -e "$target" ]; then cmp -s "$1" "$target"; exit $?; fi
cp "$1" "$target.part.$$"
sync "$target.part.$$" 2>/dev/null || true
mv "$target.part.$$" "$target"
