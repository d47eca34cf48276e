'use client';
import { z } from 'zod';
import { create } from 'zustand';

const Shelf = z.object({ recent: z.array(z.string()), favorites: z.array(z.string()) });
type Shelf = z.infer<typeof Shelf>;

const mostRecent = 12;
const empty: Shelf = { recent: [], favorites: [] };

interface ShelfState extends Shelf {
  readonly owner: string | null;
  /** Shows what this person has used and starred in this browser. */
  open(owner: string): void;
  used(id: string): void;
  star(id: string): void;
}

const keyOf = (owner: string) => `ag-icons:${owner}`;

function read(owner: string): Shelf {
  try {
    return Shelf.parse(JSON.parse(localStorage.getItem(keyOf(owner)) ?? 'null'));
  } catch {
    return empty;
  }
}

/** A full or forbidden storage costs the memory of it, nothing else. */
function write(owner: string | null, { recent, favorites }: Shelf): void {
  if (owner === null) return;
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify({ recent, favorites }));
  } catch {}
}

/** The icons that a person used last, newest first, and those that they starred. */
export const useIconShelf = create<ShelfState>((set, get) => {
  const change = (next: Partial<Shelf>) => {
    set(next);
    write(get().owner, get());
  };
  return {
    ...empty,
    owner: null,
    open: (owner) => set({ owner, ...read(owner) }),
    used: (id) => change({ recent: [id, ...get().recent.filter((other) => other !== id)].slice(0, mostRecent) }),
    star: (id) => {
      const { favorites } = get();
      change({ favorites: favorites.includes(id) ? favorites.filter((other) => other !== id) : [...favorites, id] });
    },
  };
});
