'use client';
import type { KeyboardEvent } from 'react';
import { PromptBox } from '@/features/ai/prompt-box.tsx';
import { CodePanel } from '@/features/code/code-panel.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorVersion } from '@/features/file/use-editor-version.ts';
import { IconPanel } from '@/features/icons/icon-panel.tsx';
import { useOwnIconShelf } from '@/features/icons/use-own-icon-shelf.ts';
import { InsertMenu } from '@/features/insert/insert-menu.tsx';
import { useInsertKeys } from '@/features/insert/use-insert-keys.ts';
import { PropertiesPanel } from '@/features/properties/properties-panel.tsx';
import { Board } from './board.tsx';
import { CanvasActions } from './canvas-actions.tsx';
import { EmptyHint } from './empty-hint.tsx';
import { LinkEditor } from './link-editor.tsx';
import { Toolbar } from './toolbar.tsx';
import { useNotices } from './use-notices.ts';
import { ZoomControl } from './zoom-control.tsx';

/** The board with everything that floats over it, and the code beside it. */
export function CanvasPane() {
  const { editor } = useFileSession();
  const code = usePanes((panes) => panes.code);
  useNotices(editor);
  useInsertKeys(editor);
  useOwnIconShelf();
  useEditorVersion(editor, 'document');
  const empty = editor.document.shapes.size === 0 && editor.document.blocks.size === 0;
  // The board hears its own keys; after a press on a panel's button the history is still one chord away.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const key = event.key.toLowerCase();
    const chord = (event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y');
    if (!chord || editor.readOnly || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) editor.redo();
    else editor.undo();
  };
  return (
    <div className="flex h-full">
      <section aria-label="Canvas" onKeyDown={onKeyDown} className="@container relative min-w-0 flex-1 overflow-hidden">
        <Board />
        {empty && !editor.readOnly ? <EmptyHint /> : null}
        <CanvasActions />
        <LinkEditor />
        <PropertiesPanel />
        <IconPanel />
        <InsertMenu />
        <PromptBox />
        {editor.readOnly ? null : <Toolbar />}
        <ZoomControl />
      </section>
      {code ? <CodePanel /> : null}
    </div>
  );
}
