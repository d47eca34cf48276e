'use client';
import type { ShapeId } from '@autograph/document';
import { type LayerRow, layerRows, renameLayer, searchLayers } from '@autograph/editor';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { useFileSession } from '@/features/file/session-context.ts';
import { cn } from '@/lib/cn.ts';
import { LayerItem, rowHeight } from './layer-item.tsx';
import { useLayerDrag } from './use-layer-drag.ts';

/** The board's shapes as a tree, the uppermost first; it follows the selection and makes it. */
export function LayerTree({ words }: { words: string }) {
  const { editor } = useFileSession();
  const [opened, setOpened] = useState<ReadonlySet<ShapeId>>(new Set());
  const [active, setActive] = useState<ShapeId | null>(null);
  const [renaming, setRenaming] = useState<ShapeId | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const domId = useId();
  const rows = words.trim() ? searchLayers(editor, words) : layerRows(editor, opened);
  const selected = new Set(editor.selection);
  const { drop, start } = useLayerDrag(editor, rows, list);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => list.current, estimateSize: () => rowHeight, overscan: 8 });
  const at = rows.findIndex(({ shape }) => shape.id === active);

  const first = editor.selection.length === 1 ? editor.selection[0] : undefined;
  // What is selected on the board comes into sight, its containers open.
  useEffect(() => {
    if (first === undefined) return;
    setActive(first);
    const above: ShapeId[] = [];
    for (let up = editor.scene.parent(first); up !== null; up = editor.scene.parent(up)) above.push(up);
    if (above.length > 0) setOpened((open) => (above.every((id) => open.has(id)) ? open : new Set([...open, ...above])));
  }, [editor, first]);
  const firstAt = rows.findIndex(({ shape }) => shape.id === first);
  useEffect(() => {
    if (firstAt >= 0) virtual.scrollToIndex(firstAt);
  }, [firstAt, virtual]);

  const setOpen = (id: ShapeId, open: boolean) =>
    setOpened((before) => new Set(open ? [...before, id] : [...before].filter((other) => other !== id)));
  const pick = (row: LayerRow, { shift, mod }: { shift: boolean; mod: boolean }) => {
    const { id } = row.shape;
    const from = rows.findIndex(({ shape }) => shape.id === active);
    const to = rows.indexOf(row);
    if (shift && from >= 0) editor.select(rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ shape }) => shape.id));
    else if (mod) editor.select(selected.has(id) ? editor.selection.filter((other) => other !== id) : [...editor.selection, id]);
    else editor.select([id]);
    if (!shift) setActive(id);
  };
  const go = (to: number, shift = false) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!row) return;
    setActive(row.shape.id);
    editor.select(shift ? [...editor.selection, row.shape.id] : [row.shape.id]);
    virtual.scrollToIndex(rows.indexOf(row));
  };
  const rename = (id: ShapeId, name: string | null) => {
    setRenaming(null);
    list.current?.focus();
    if (name !== null) renameLayer(editor, id, name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    const keys: Record<string, () => void> = {
      ArrowDown: () => (event.altKey ? editor.run('send_backward') : go(at + 1, event.shiftKey)),
      ArrowUp: () => (event.altKey ? editor.run('bring_forward') : go(at - 1, event.shiftKey)),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => {
        if (row?.open === false) setOpen(row.shape.id, true);
        else if (row?.open) go(at + 1);
      },
      ArrowLeft: () => {
        if (row?.open) setOpen(row.shape.id, false);
        else if (row) go(rows.findIndex(({ shape }) => shape.id === editor.scene.parent(row.shape.id)));
      },
      Enter: () => row && setRenaming(row.shape.id),
      F2: () => row && setRenaming(row.shape.id),
      Delete: () => editor.run('delete'),
      Backspace: () => editor.run('delete'),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      ref={list}
      role="tree"
      tabIndex={0}
      aria-label="Layers"
      aria-multiselectable
      aria-activedescendant={at >= 0 ? `${domId}-${rows[at]?.shape.id}` : undefined}
      onKeyDown={onKeyDown}
      className="scroll-quiet relative min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <div className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start: top }) => {
          const row = rows[index];
          if (!row) return null;
          const { id } = row.shape;
          return (
            <LayerItem
              key={id}
              row={row}
              top={top}
              id={`${domId}-${id}`}
              selected={selected.has(id)}
              active={active === id && selected.size > 1}
              renaming={renaming === id}
              onToggle={() => setOpen(id, !row.open)}
              onPick={(event: MouseEvent) => pick(row, { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey })}
              onRename={() => editor.readOnly || setRenaming(id)}
              onRenamed={(name) => rename(id, name)}
              onDragStart={start(id)}
            />
          );
        })}
        {drop ? (
          <div
            aria-hidden
            data-drop={drop.into ? 'into' : 'between'}
            className={cn('pointer-events-none absolute right-1 z-10', drop.into ? 'rounded-sm border-2 border-accent' : 'h-0.5 bg-accent')}
            style={{ left: 4 + drop.depth * 14, top: drop.at * rowHeight - (drop.into ? 0 : 1), ...(drop.into && { height: rowHeight }) }}
          />
        ) : null}
      </div>
      {rows.length === 0 ? (
        <p className="p-4 text-center text-ink-faint">{words ? 'No layer is called that.' : 'Nothing is drawn yet.'}</p>
      ) : null}
    </div>
  );
}
