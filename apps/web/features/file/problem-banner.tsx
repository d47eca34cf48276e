'use client';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { bringIntoView } from '@/features/canvas/bring-into-view.ts';
import { useFileSession } from './session-context.ts';
import { useRoomVersion } from './use-room-version.ts';

/** Why the file is not live any more, when it cannot become so by itself, and what can be done about it. */
export function ProblemBanner() {
  const { editor, room, discard } = useFileSession();
  const [asks, setAsks] = useState(false);
  useRoomVersion(room, 'problem', 'status');
  if (!room.problem) return null;
  const isRefused = room.problem.kind === 'refused';
  const [, id = ''] = room.problem.path?.split('/') ?? [];
  const drop = () =>
    discard().catch(() =>
      toast.error('Your changes could not be removed', { description: 'Close other tabs of this file and try again.' }),
    );
  return (
    <div role="alert" className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 bg-danger-soft px-4 py-2 text-danger">
      <span>
        {room.problem.message}
        {isRefused ? ' What you do is kept in this browser, but nobody else sees it until this has been mended and sent again.' : null}
      </span>
      <span className="flex gap-2">
        {editor.scene.get(id) ? (
          <Button
            size="sm"
            onClick={() => {
              editor.select([id]);
              bringIntoView(editor, id);
            }}
          >
            Show it
          </Button>
        ) : null}
        {isRefused ? (
          <Button size="sm" onClick={() => setAsks(true)}>
            Drop my changes…
          </Button>
        ) : null}
        <Button size="sm" onClick={() => room.reconnect()}>
          {isRefused ? 'Send again' : 'Try again'}
        </Button>
      </span>
      <ConfirmDialog open={asks} onOpenChange={setAsks} title="Drop your changes?" action="Drop my changes" onConfirm={() => void drop()}>
        What the server has not accepted is removed from this browser for good, and the file opens as everyone else sees it.
      </ConfirmDialog>
    </div>
  );
}
