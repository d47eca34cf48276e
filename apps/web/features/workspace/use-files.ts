'use client';
import { type DiagramSummary, listDiagrams } from '@autograph/contracts/diagrams.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/api.ts';
import { isBeingDrawn } from './being-drawn.ts';

export const sorts = ['updated_at', 'created_at', 'title'] as const;
export type Sort = (typeof sorts)[number];

export interface FileFilter {
  readonly q: string;
  readonly sort: Sort;
  readonly which: 'all' | 'shared' | 'trashed';
}

export interface FilePage {
  readonly items: readonly DiagramSummary[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

const perPage = 48;

/** The person's files, page by page; the last list stays in view while a new search runs. */
export function useFiles({ q, sort, which }: FileFilter) {
  const query = useInfiniteQuery({
    queryKey: ['files', { q, sort, which }],
    queryFn: ({ pageParam, signal }): Promise<FilePage> =>
      api(listDiagrams, {
        query: { page: pageParam, per_page: perPage, ...(which !== 'all' && { [which]: 'true' }), ...(q ? { q } : { sort }) },
        signal,
      }),
    initialPageParam: 1,
    getNextPageParam: ({ page, pages }) => (page < pages ? page + 1 : undefined),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isBeingDrawn)) ? 2000 : false),
  });
  return { ...query, files: query.data?.pages.flatMap(({ items }) => items) };
}
