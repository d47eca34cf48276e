'use client';
import type { IconEntry } from '@autograph/icons';
import { Star } from 'lucide-react';
import { memo } from 'react';
import { cn } from '@/lib/cn.ts';
import { startIconDrag } from './icon-drag.ts';
import { IconImage } from './icon-image.tsx';

interface TileProps {
  readonly icon: IconEntry;
  readonly id: string;
  readonly column: number;
  readonly active: boolean;
  readonly starred: boolean;
  readonly onPick: (icon: IconEntry) => void;
  readonly onStar: (id: string) => void;
  readonly onPoint: (icon: IconEntry) => void;
}

/** An icon over its name; a press inserts it, a drag carries it to the board. The keyboard reaches it from the search field. */
export const IconTile = memo(function IconTile({ icon, id, column, active, starred, onPick, onStar, onPoint }: TileProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid this is a gridcell
    <td
      id={id}
      aria-label={icon.title}
      aria-colindex={column + 1}
      aria-selected={active}
      className={cn('group relative min-w-0 rounded-lg hover:bg-hover', active && 'bg-accent-soft hover:bg-accent-soft')}
      onPointerEnter={() => onPoint(icon)}
    >
      <button
        type="button"
        tabIndex={-1}
        draggable
        title={icon.title}
        aria-label={icon.title}
        onDragStart={(event) => startIconDrag(event, icon)}
        onClick={() => onPick(icon)}
        className="flex h-full w-full flex-col items-center gap-1.5 rounded-lg px-0.5 pt-2.5 pb-1 active:scale-95"
      >
        <IconImage id={icon.id} className="size-8 shrink-0" />
        <span className="line-clamp-2 max-w-full text-center text-[11px] text-ink-soft leading-[13px]">{icon.title}</span>
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-pressed={starred}
        aria-label={`${starred ? 'Remove' : 'Add'} ${icon.title} ${starred ? 'from' : 'to'} favorites`}
        title={starred ? 'Remove from favorites' : 'Add to favorites'}
        onClick={() => onStar(icon.id)}
        className={cn(
          'absolute top-0.5 right-0.5 grid size-6 place-items-center rounded-md text-ink-faint hover:bg-pressed hover:text-ink',
          starred ? 'text-warning' : 'opacity-0 group-hover:opacity-100',
        )}
      >
        <Star className="size-3.5" fill={starred ? 'currentColor' : 'none'} />
      </button>
    </td>
  );
});
