'use client';
import { toast } from 'sonner';
import { useFileSession } from './session-context.ts';

/** Stores everything at once, text that is being typed included, and says how it went. */
export function useSave(): () => void {
  const { editor, room } = useFileSession();
  return () => {
    if (!room.canEdit) {
      toast('You can look at this file but not change it, so there is nothing to save.');
      return;
    }
    editor.commitText();
    room.save().then(
      () => toast.success('Everything is saved', { id: 'save' }),
      () =>
        room.problem?.kind === 'refused'
          ? toast('The server has not accepted this', { id: 'save', description: 'Your edits are kept in this browser.' })
          : toast('The server is out of reach', {
              id: 'save',
              description: 'Your edits are kept in this browser and sent when it is back.',
            }),
    );
  };
}
