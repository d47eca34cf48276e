'use client';
import type { LayerRow } from '@autograph/editor';
import { ChevronRight, Eye, EyeOff, Lock, LockOpen } from 'lucide-react';
import type { MouseEvent, PointerEvent, ReactNode } from 'react';
import { NamedIcon } from '@/components/ui/named-icon.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { cn } from '@/lib/cn.ts';
import { NameField } from './name-field.tsx';

/** px; a finger needs more. */
export const rowHeight = typeof matchMedia !== 'undefined' && matchMedia('(pointer: coarse)').matches ? 44 : 28;

/** A button of the row for what a shape is or is not; unset it shows only where the pointer or the focus is. */
function Mark({ label, set, onToggle, children }: { label: string; set: boolean; onToggle: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      className={cn(
        'grid size-6 pointer-coarse:size-11 place-items-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink [&_svg]:size-3.5',
        !set && 'opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
      )}
    >
      {children}
    </button>
  );
}

/** One shape in the layers panel. */
export function LayerItem({
  row,
  top,
  id,
  selected,
  active,
  renaming,
  onToggle,
  onPick,
  onRename,
  onRenamed,
  onDragStart,
}: {
  row: LayerRow;
  /** px from the top of the list. */
  top: number;
  /** DOM id. */
  id: string;
  selected: boolean;
  active: boolean;
  renaming: boolean;
  onToggle: () => void;
  onPick: (event: MouseEvent) => void;
  onRename: () => void;
  onRenamed: (name: string | null) => void;
  onDragStart: (event: PointerEvent) => void;
}) {
  const { editor } = useFileSession();
  const { shape, name, depth, open } = row;
  const stored = editor.document.shapes.has(shape.id) && !editor.readOnly;
  const icon = editor.definition(shape.type)?.tool?.icon ?? 'shapes';
  const toggle = (property: 'hidden' | 'locked') =>
    editor.updateShapes([{ id: shape.id, change: { [property]: shape[property] ? null : true } }]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys, rows are its active descendants
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-label={name}
      aria-level={depth + 1}
      aria-selected={selected}
      aria-expanded={open}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      onClick={onPick}
      onDoubleClick={onRename}
      onPointerDown={onDragStart}
      className={cn(
        'group absolute inset-x-0 flex select-none items-center gap-1 pr-1 text-ink-soft',
        selected ? 'bg-accent-soft text-ink' : 'hover:bg-hover',
        active && 'outline-1 outline-accent -outline-offset-1 outline-solid',
        shape.hidden && 'opacity-60',
      )}
      style={{ top, height: rowHeight, paddingLeft: 4 + depth * 14 }}
    >
      {open === undefined ? (
        <span className="w-5" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={open ? `Close ${name}` : `Open ${name}`}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
          className="pointer-coarse:after:-left-2 pointer-coarse:after:-right-6 relative grid h-full w-5 pointer-coarse:after:absolute pointer-coarse:after:inset-y-0 place-items-center text-ink-faint hover:text-ink"
        >
          <ChevronRight className={cn('size-3.5 transition-transform', open && 'rotate-90')} />
        </button>
      )}
      <span aria-hidden className="text-ink-faint [&_svg]:size-3.5">
        <NamedIcon name={icon} />
      </span>
      {renaming ? <NameField name={name} onDone={onRenamed} /> : <span className="min-w-0 flex-1 truncate pl-0.5">{name}</span>}
      {stored ? (
        <>
          <Mark label={shape.locked ? `Unlock ${name}` : `Lock ${name}`} set={shape.locked === true} onToggle={() => toggle('locked')}>
            {shape.locked ? <Lock /> : <LockOpen />}
          </Mark>
          <Mark label={shape.hidden ? `Show ${name}` : `Hide ${name}`} set={shape.hidden === true} onToggle={() => toggle('hidden')}>
            {shape.hidden ? <EyeOff /> : <Eye />}
          </Mark>
        </>
      ) : null}
    </div>
  );
}
