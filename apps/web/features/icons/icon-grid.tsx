'use client';
import type { IconEntry } from '@autograph/icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { type Cell, type GridRow, iconAt } from './grid-rows.ts';
import { useIconShelf } from './icon-shelf.ts';
import { IconTile } from './icon-tile.tsx';

const tileHeight = 82;
const headingHeight = 32;

export const cellId = ({ row, column }: Cell) => `icon-cell-${row}-${column}`;

/** The icons of the library; only the lines in view are there. */
export function IconGrid({
  id,
  rows,
  columns,
  active,
  onPick,
  onPoint,
}: {
  id: string;
  rows: readonly GridRow[];
  columns: number;
  active: Cell | null;
  onPick: (icon: IconEntry) => void;
  onPoint: (icon: IconEntry) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const favorites = useIconShelf((shelf) => shelf.favorites);
  const star = useIconShelf((shelf) => shelf.star);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => (rows[row]?.kind === 'heading' ? headingHeight : tileHeight),
    overscan: 4,
    paddingStart: 4,
    paddingEnd: 8,
  });
  useEffect(() => virtual.measure(), [rows]);
  const activeRow = active?.row;
  useEffect(() => {
    if (activeRow !== undefined) virtual.scrollToIndex(activeRow, { align: 'auto' });
  }, [activeRow, virtual]);
  const chosen = iconAt(rows, active);
  return (
    <div ref={scroller} className="scroll-quiet min-h-0 flex-1 overflow-y-auto overscroll-contain px-2">
      <table
        id={id}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA has tables be grids; its cells are picked from the search field
        role="grid"
        aria-label="Icons"
        aria-rowcount={rows.length}
        aria-colcount={columns}
        className="relative block"
        style={{ height: virtual.getTotalSize() }}
      >
        <tbody className="block">
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index];
            if (!row) return null;
            const place = { transform: `translateY(${start}px)`, height: size };
            return row.kind === 'heading' ? (
              <tr key={index} aria-rowindex={index + 1} className="absolute inset-x-0 top-0 block" style={place}>
                <th scope="row" className="flex h-full items-end px-1 pb-1 font-medium text-ink-faint text-xs">
                  <span className="flex-1 text-left">{row.name}</span>
                  <span className="font-normal tabular-nums">{row.count.toLocaleString('en')}</span>
                </th>
              </tr>
            ) : (
              <tr
                key={index}
                aria-rowindex={index + 1}
                className="absolute inset-x-0 top-0 grid gap-0.5 pb-0.5"
                style={{ ...place, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
              >
                {row.icons.map((icon, column) => (
                  <IconTile
                    key={icon.id}
                    id={cellId({ row: index, column })}
                    icon={icon}
                    column={column}
                    active={icon === chosen && index === activeRow}
                    starred={favorites.includes(icon.id)}
                    onPick={onPick}
                    onStar={star}
                    onPoint={onPoint}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
