'use client';
import { PromptBox } from '@/features/ai/prompt-box.tsx';
import { CodePanel } from '@/features/code/code-panel.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { FindBar } from '@/features/find/find-bar.tsx';
import { IconPanel } from '@/features/icons/icon-panel.tsx';
import { useOwnIconShelf } from '@/features/icons/use-own-icon-shelf.ts';
import { InsertMenu } from '@/features/insert/insert-menu.tsx';
import { useInsertKeys } from '@/features/insert/use-insert-keys.ts';
import { LayersPanel } from '@/features/layers/layers-panel.tsx';
import { MinimapCorner } from '@/features/minimap/minimap.tsx';
import { Presentation } from '@/features/present/presentation.tsx';
import { PropertiesPanel } from '@/features/properties/properties-panel.tsx';
import { Board } from './board.tsx';
import { CanvasActions } from './canvas-actions.tsx';
import { EmptyHint } from './empty-hint.tsx';
import { LinkEditor } from './link-editor.tsx';
import { useStage } from './stage.ts';
import { Toolbar } from './toolbar.tsx';
import { useBoardKeys } from './use-board-keys.ts';
import { useNotices } from './use-notices.ts';
import { ZoomControl } from './zoom-control.tsx';

/** What floats over the board keeps clear of the rulers. */
const besideRulers = 'pointer-events-none absolute top-5 right-0 bottom-0 left-5 *:pointer-events-auto';

/** The board with everything that floats over it, and the code beside it. */
export function CanvasPane() {
  const { editor } = useFileSession();
  const code = usePanes((panes) => panes.code);
  const stage = useStage((state) => state.stage);
  useNotices(editor);
  useInsertKeys(editor);
  useBoardKeys(editor);
  useOwnIconShelf();
  const empty = useEditorValue(editor, ['document'], ({ document }) => document.shapes.size === 0 && document.blocks.size === 0);
  const readOnly = useEditorValue(editor, ['tool'], (editor) => editor.readOnly);
  const rulers = useEditorValue(editor, ['settings'], ({ settings }) => settings.rulers);
  return (
    <div className="flex h-full max-[899px]:flex-col">
      {stage === 'work' ? <LayersPanel /> : null}
      <section aria-label="Canvas" className="@container relative min-h-0 min-w-0 flex-1 overflow-hidden">
        <Board />
        {stage === 'presenting' ? <Presentation /> : null}
        {stage === 'work' ? (
          <>
            {empty && !readOnly ? <EmptyHint /> : null}
            <div className={rulers ? besideRulers : 'contents'}>
              <CanvasActions />
              <LinkEditor />
              <PropertiesPanel />
              <IconPanel />
              <InsertMenu />
              <PromptBox />
              {readOnly ? null : <Toolbar />}
              <ZoomControl />
              <MinimapCorner />
              <FindBar />
            </div>
          </>
        ) : null}
      </section>
      {code && stage === 'work' ? <CodePanel /> : null}
    </div>
  );
}
