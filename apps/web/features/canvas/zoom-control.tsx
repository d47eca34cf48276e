'use client';
import { Layers, Minus, Plus, Redo2, Undo2 } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu.tsx';
import { BoardSettings } from '@/features/board-settings/board-settings.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { viewActions } from '@/features/commands/view-actions.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { ViewMenu } from './view-menu.tsx';
import { useViewPreferences } from './view-preferences.ts';

const presets = [0.25, 0.5, 1, 1.5, 2, 4];
const step = 1.25;
const bar = 'flex items-center rounded-lg border border-line bg-raised p-0.5 shadow-raised';

/** Layers and settings, zoom and history, in the corner of the board. */
export function ZoomControl() {
  const { editor } = useFileSession();
  const percent = useEditorValue(editor, ['camera'], ({ camera }) => Math.round(camera.zoom * 100));
  const canUndo = useEditorValue(editor, ['document', 'tool'], (editor) => editor.canUndo);
  const canRedo = useEditorValue(editor, ['document', 'tool'], (editor) => editor.canRedo);
  const readOnly = useEditorValue(editor, ['tool'], (editor) => editor.readOnly);
  const keysOf = useKeysOf();
  const layers = useViewPreferences((preferences) => preferences.layers);
  return (
    <div className="absolute bottom-4 left-4 z-10 flex items-center gap-2 @max-[75rem]:top-3 @max-[75rem]:bottom-auto @max-[75rem]:left-3">
      <div className={bar}>
        <IconButton label="Layers" keys={keysOf('layers')} size="icon-sm" side="top" aria-pressed={layers} onClick={viewActions.layers}>
          <Layers />
        </IconButton>
        <BoardSettings />
        <ViewMenu />
      </div>
      <div className={`${bar} pointer-coarse:hidden`}>
        <IconButton
          label="Zoom out"
          keys={keysOf('zoom_out')}
          size="icon-sm"
          side="top"
          onClick={() => editor.zoomTo(editor.camera.zoom / step)}
        >
          <Minus />
        </IconButton>
        <Menu>
          <MenuTrigger asChild>
            <Button look="quiet" size="sm" aria-label={`Zoom: ${percent} %`} className="w-12 px-0 text-xs tabular-nums">
              {percent} %
            </Button>
          </MenuTrigger>
          <MenuContent side="top" align="start">
            <MenuItem keys={keysOf('zoom_fit')} onSelect={() => editor.zoomToFit()}>
              Fit everything
            </MenuItem>
            <MenuItem keys={keysOf('zoom_selection')} onSelect={() => editor.zoomToSelection()}>
              Fit the selection
            </MenuItem>
            {presets.map((preset) =>
              preset === 1 ? (
                <MenuItem key={preset} keys={keysOf('zoom_reset')} onSelect={() => editor.zoomReset()}>
                  100 %
                </MenuItem>
              ) : (
                <MenuItem key={preset} onSelect={() => editor.zoomTo(preset)}>
                  {preset * 100} %
                </MenuItem>
              ),
            )}
          </MenuContent>
        </Menu>
        <IconButton
          label="Zoom in"
          keys={keysOf('zoom_in')}
          size="icon-sm"
          side="top"
          onClick={() => editor.zoomTo(editor.camera.zoom * step)}
        >
          <Plus />
        </IconButton>
      </div>
      {readOnly ? null : (
        <div className={bar}>
          <IconButton label="Undo" keys={keysOf('undo')} size="icon-sm" side="top" disabled={!canUndo} onClick={() => editor.undo()}>
            <Undo2 />
          </IconButton>
          <IconButton label="Redo" keys={keysOf('redo')} size="icon-sm" side="top" disabled={!canRedo} onClick={() => editor.redo()}>
            <Redo2 />
          </IconButton>
        </div>
      )}
    </div>
  );
}
