'use client';
import { type IconEntry, type IconKind, type IconSet, iconKinds, iconSets } from '@autograph/icons';
import { Star } from 'lucide-react';
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Segmented } from '@/components/ui/segmented.tsx';
import { Select } from '@/components/ui/select.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { type Cell, cellBeside, firstCell, gridRows, iconAt } from './grid-rows.ts';
import { cellId, IconGrid } from './icon-grid.tsx';
import { kindNames, setNames } from './icon-names.ts';
import { useIconShelf } from './icon-shelf.ts';
import { useIconLibrary } from './use-icon-library.ts';

const columns = 4;
const gridId = 'icon-grid';

const sets = [{ value: 'all', label: 'All vendors' } as const, ...iconSets.map((set) => ({ value: set, label: setNames[set] }))];
const kinds = [{ value: 'all', label: 'All kinds' } as const, ...iconKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))];
const tabs = [
  { value: 'all', label: 'All' },
  { value: 'favorites', label: 'Favorites' },
] as const;

/** The icon library: searching, choosing by vendor and kind, and picking by pointer or from the keyboard. */
export function IconBrowser({ onPick, onLeave }: { onPick: (icon: IconEntry) => void; onLeave: () => void }) {
  const { library, error } = useIconLibrary();
  const recent = useIconShelf((shelf) => shelf.recent);
  const favorites = useIconShelf((shelf) => shelf.favorites);
  const [query, setQuery] = useState('');
  const [set, setSet] = useState<IconSet | 'all'>('all');
  const [kind, setKind] = useState<IconKind | 'all'>('all');
  const [tab, setTab] = useState<'all' | 'favorites'>('all');
  const [cell, setCell] = useState<Cell | null>(null);
  const [pointed, setPointed] = useState<IconEntry>();
  const rows = useMemo(
    () => (library ? gridRows(library, { recent, favorites }, { query, set, kind, favorites: tab === 'favorites' }, columns) : []),
    [library, recent, favorites, query, set, kind, tab],
  );
  const active = iconAt(rows, cell) ? cell : query === '' ? null : firstCell(rows);
  const shown = pointed ?? iconAt(rows, active);
  const narrow = <V,>(change: (value: V) => void) => {
    return (value: V) => {
      change(value);
      setCell(null);
    };
  };
  const pick = useCallback(
    (icon: IconEntry) => {
      onPick(icon);
      setCell(null);
    },
    [onPick],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (event.key.startsWith('Arrow') && !(sideways && cell === null)) {
      event.preventDefault();
      setPointed(undefined);
      setCell(active && (cell || event.key !== 'ArrowDown' || query !== '') ? cellBeside(rows, active, event.key) : firstCell(rows));
    } else if (event.key === 'Enter') {
      const icon = iconAt(rows, active);
      if (icon) onPick(icon);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (query === '') onLeave();
      else narrow(setQuery)('');
    } else setPointed(undefined);
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col" onPointerLeave={() => setPointed(undefined)}>
      <div className="grid gap-2 border-line border-b p-2">
        <Input
          type="search"
          role="combobox"
          aria-label="Search icons"
          aria-expanded
          aria-haspopup="grid"
          aria-controls={gridId}
          aria-activedescendant={active ? cellId(active) : undefined}
          placeholder="Search icons"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={query}
          onChange={(event) => narrow(setQuery)(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <div className="grid grid-cols-2 gap-2">
          <Select label="Vendor" value={set} options={sets} onChange={narrow(setSet)} />
          <Select label="Kind" value={kind} options={kinds} onChange={narrow(setKind)} />
        </div>
        <Segmented label="Which icons" value={tab} segments={tabs} onChange={narrow(setTab)} />
      </div>
      {library && rows.length > 0 ? (
        <IconGrid id={gridId} rows={rows} columns={columns} active={active} onPick={pick} onPoint={setPointed} />
      ) : (
        <div id={gridId} className="min-h-0 flex-1 overflow-hidden p-2">
          {library ? <Nothing favorites={tab === 'favorites' && favorites.length === 0} /> : error ? <Failed /> : <Waiting />}
        </div>
      )}
      <Footer icon={shown} />
    </div>
  );
}

function Nothing({ favorites }: { favorites: boolean }) {
  return favorites ? (
    <EmptyState icon={<Star />} title="No favorites yet">
      The star on an icon keeps it here.
    </EmptyState>
  ) : (
    <p className="px-4 py-10 text-center text-ink-soft">No icon fits. Try another name, or fewer filters.</p>
  );
}

const Failed = () => <p className="px-4 py-10 text-center text-ink-soft">The icons did not load. Close the library and open it again.</p>;

function Waiting() {
  return (
    <div role="status" aria-label="Loading icons" className="grid grid-cols-4 gap-2 p-1">
      {Array.from({ length: 20 }, (_, at) => (
        <Skeleton key={at} className="h-[72px]" />
      ))}
    </div>
  );
}

/** What the pointer or the keyboard is at, by its whole name. */
function Footer({ icon }: { icon: IconEntry | undefined }) {
  const favorites = useIconShelf((shelf) => shelf.favorites);
  const star = useIconShelf((shelf) => shelf.star);
  const starred = icon !== undefined && favorites.includes(icon.id);
  return (
    <div className="flex h-10 items-center gap-2 border-line border-t pr-1 pl-3 text-xs">
      {icon ? (
        <>
          <span className="min-w-0 flex-1 truncate font-medium">{icon.title}</span>
          <span className="shrink-0 text-ink-faint">
            {icon.kind ? `${setNames[icon.set]} · ${kindNames[icon.kind]}` : setNames[icon.set]}
          </span>
          <IconButton
            label={starred ? 'Remove from favorites' : 'Add to favorites'}
            size="icon-sm"
            side="top"
            aria-pressed={starred}
            onClick={() => star(icon.id)}
          >
            <Star fill={starred ? 'currentColor' : 'none'} />
          </IconButton>
        </>
      ) : (
        <span className="text-ink-faint">Click to insert, or drag onto the board</span>
      )}
    </div>
  );
}
