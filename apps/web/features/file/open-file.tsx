'use client';
import type { User } from '@autograph/contracts/auth.ts';
import type { Diagram } from '@autograph/contracts/diagrams.ts';
import { useEffect } from 'react';
import { CanvasPane } from '@/features/canvas/canvas-pane.tsx';
import { useStage } from '@/features/canvas/stage.ts';
import { CommandPalette } from '@/features/commands/command-palette.tsx';
import { ShortcutsSheet } from '@/features/commands/shortcuts-sheet.tsx';
import { NotePane } from '@/features/note/note-pane.tsx';
import { usePhone } from '@/lib/use-media.ts';
import { FileHeader } from './file-header.tsx';
import { FileKeys } from './file-keys.tsx';
import { FileSkeleton } from './file-skeleton.tsx';
import { keepView } from './keep-view.ts';
import { usePanes } from './panes.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SessionContext } from './session-context.ts';
import { SplitPanes } from './split-panes.tsx';
import { useOpenSession } from './use-open-session.ts';

export function OpenFile({ file, user }: { file: Diagram; user: User }) {
  const { id, type } = file;
  const session = useOpenSession(id, user);
  const view = usePanes((panes) => panes.view);
  const phone = usePhone();
  const { stage, fullScreen } = useStage();
  const alone = stage !== 'work' || fullScreen;
  useEffect(() => keepView(window.localStorage, user.id, { id, type }), [user.id, id, type]);
  useEffect(() => {
    if (phone && view === 'both') usePanes.getState().set({ view: 'canvas' });
  }, [phone, view]);
  if (!session) return <FileSkeleton />;
  return (
    <SessionContext value={session}>
      <div className="flex h-dvh flex-col overflow-hidden">
        {alone ? null : <FileHeader file={file} />}
        <ProblemBanner />
        <main className="flex min-h-0 flex-1">
          <SplitPanes view={alone ? 'canvas' : view} note={<NotePane />} canvas={<CanvasPane />} />
        </main>
      </div>
      <CommandPalette file={file} />
      <FileKeys />
      <ShortcutsSheet />
    </SessionContext>
  );
}
