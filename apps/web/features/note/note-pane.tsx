'use client';
import { createNoteEditor } from '@autograph/notes';
import { useEffect, useRef } from 'react';
import { useFileSession } from '@/features/file/session-context.ts';
import { useRoomVersion } from '@/features/file/use-room-version.ts';

export function NotePane() {
  const host = useRef<HTMLDivElement>(null);
  const { room, editor } = useFileSession();
  useRoomVersion(room, 'access');
  const readOnly = !room.canEdit;
  useEffect(() => {
    if (!host.current) return;
    const note = createNoteEditor(host.current, room.note, {
      label: 'Note',
      awareness: room.awareness,
      readOnly,
      history: { manager: room.typing, undo: () => editor.undo(), redo: () => editor.redo() },
      onTooLong: () => editor.notify('A note is at most 2,000,000 characters long. Go on in another file.'),
      placeholder: 'Write in markdown: # heading, - list, - [ ] task …',
    });
    return () => note.destroy();
  }, [room, editor, readOnly]);
  return <section ref={host} aria-label="Note" className="h-full overflow-hidden bg-surface" />;
}
