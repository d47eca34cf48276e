'use client';
import { Avatar } from '@/components/ui/avatar.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { useFileSession } from './session-context.ts';
import { useRoomVersion } from './use-room-version.ts';

const shown = 4;

/** The others in the file, one disc a person; clicking one looks where they are. */
export function PresenceAvatars() {
  const { room, editor } = useFileSession();
  useRoomVersion(room, 'presence');
  const people = [...new Map(room.presence.map((person) => [person.id ?? person.client_id, person])).values()];
  if (people.length === 0) return null;
  return (
    <ul aria-label="Also here" className="flex -space-x-1.5">
      {people.slice(0, shown).map((person) => (
        <li key={person.client_id}>
          <Tooltip label={`${person.name} is here`}>
            <button
              type="button"
              aria-label={`Look where ${person.name} is`}
              onClick={() => {
                const { cursor } = person;
                if (!cursor) return;
                const { camera, viewport } = editor;
                editor.setCamera({ ...camera, x: cursor.x - viewport.w / 2 / camera.zoom, y: cursor.y - viewport.h / 2 / camera.zoom });
              }}
              className="block rounded-full ring-2 ring-surface"
            >
              <Avatar name={person.name} color={person.color} />
            </button>
          </Tooltip>
        </li>
      ))}
      {people.length > shown ? (
        <li className="grid size-7 place-items-center rounded-full bg-sunken font-semibold text-[10px] text-ink-soft ring-2 ring-surface">
          +{people.length - shown}
        </li>
      ) : null}
    </ul>
  );
}
