'use client';
import { Check, CloudAlert, CloudOff, Eye, RefreshCw } from 'lucide-react';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { useFileSession } from './session-context.ts';
import { useRoomVersion } from './use-room-version.ts';

const states = {
  connecting: { text: 'Connecting', Icon: RefreshCw, tip: 'Opening the live room' },
  reconnecting: {
    text: 'Reconnecting…',
    Icon: RefreshCw,
    tip: 'The connection was lost for a moment. You can go on: your edits are kept in this browser',
  },
  offline: { text: 'Offline', Icon: CloudOff, tip: 'Your edits are kept in this browser and sent when the server is back' },
  refused: { text: 'Not accepted', Icon: CloudAlert, tip: 'Your edits are kept in this browser; the server has not taken them' },
  saving: { text: 'Saving…', Icon: RefreshCw, tip: 'Not everything has reached the server yet' },
  saved: { text: 'Saved', Icon: Check, tip: 'Everything is stored on the server' },
  viewing: { text: 'View only', Icon: Eye, tip: 'You may look at this file but not change it' },
};

export function SaveState() {
  const { room } = useFileSession();
  useRoomVersion(room, 'status', 'saved', 'access', 'problem');
  const live = room.canEdit ? room.saved : 'viewing';
  const state = room.status === 'live' ? live : room.problem?.kind === 'refused' ? 'refused' : room.status;
  const { text, Icon, tip } = states[state];
  return (
    <Tooltip label={tip}>
      <button
        type="button"
        className="flex h-7 pointer-coarse:h-11 pointer-coarse:min-w-11 shrink-0 items-center justify-center gap-1 rounded-md px-1.5 text-ink-faint text-xs"
      >
        <Icon aria-hidden className="size-3.5" />
        <span role="status" className={state === 'offline' || state === 'refused' ? '' : 'max-sm:sr-only'}>
          {text}
        </span>
      </button>
    </Tooltip>
  );
}
