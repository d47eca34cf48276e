import type { Room } from '@autograph/collab';
import type { Editor } from '@autograph/editor';
import type { MountedEditor } from '@autograph/editor-dom';

/** Shows the others on the board for as long as it is mounted; gives the way to stop. */
export function showOthers(mounted: MountedEditor, editor: Editor, room: Room): () => void {
  const show = () =>
    mounted.setParticipants(
      room.presence.map(({ client_id, name, color, cursor, selection }) => ({
        id: String(client_id),
        name,
        color,
        cursor,
        selection: selection.flatMap((id) => editor.scene.pageBounds(id) ?? []),
      })),
    );
  const stops = [
    room.subscribe((what) => {
      if (what === 'presence') show();
    }),
    editor.subscribe((what) => {
      if (what === 'document') show();
    }),
  ];
  show();
  return () => {
    for (const stop of stops) stop();
  };
}
