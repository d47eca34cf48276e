'use client';
import { listIcons } from '@autograph/contracts/icons.ts';
import { createIconSearch, type IconEntry, type Search } from '@autograph/icons';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api.ts';

export interface IconLibrary {
  readonly entries: readonly IconEntry[];
  readonly byId: ReadonlyMap<string, IconEntry>;
  readonly search: Search<IconEntry>;
}

export const libraryQuery = {
  queryKey: ['icon-library'],
  queryFn: async (): Promise<IconLibrary> => {
    const { items } = await api(listIcons, {});
    return { entries: items, byId: new Map(items.map((icon) => [icon.id, icon])), search: createIconSearch(items) };
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
};

/** All icons by name, fetched when something first asks for them; undefined until they are here. */
export function useIconLibrary() {
  const { data, error } = useQuery(libraryQuery);
  return { library: data, error };
}
