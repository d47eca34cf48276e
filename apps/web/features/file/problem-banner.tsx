'use client';
import { Button } from '@/components/ui/button.tsx';
import { useFileSession } from './session-context.ts';
import { useRoomVersion } from './use-room-version.ts';

/** Why the file is not live any more, when it cannot become so by itself. */
export function ProblemBanner() {
  const { room } = useFileSession();
  useRoomVersion(room, 'problem', 'status');
  if (room.problem?.kind !== 'denied') return null;
  return (
    <div role="alert" className="flex items-center justify-center gap-4 bg-danger-soft px-4 py-2 text-danger">
      <span>{room.problem.message}</span>
      <Button size="sm" onClick={() => room.reconnect()}>
        Try again
      </Button>
    </div>
  );
}
