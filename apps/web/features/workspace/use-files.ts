'use client';
import { type DiagramSummary, listDiagrams } from '@autograph/contracts/diagrams.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/api.ts';

export const sorts = ['updated_at', 'created_at', 'title'] as const;
export type Sort = (typeof sorts)[number];

export interface FileFilter {
  readonly q: string;
  readonly sort: Sort;
  readonly trashed: boolean;
}

export interface FilePage {
  readonly items: readonly DiagramSummary[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

const perPage = 48;

/** The person's files, page by page; the last list stays in view while a new search runs. */
export function useFiles({ q, sort, trashed }: FileFilter) {
  const query = useInfiniteQuery({
    queryKey: ['files', { q, sort, trashed }],
    queryFn: ({ pageParam, signal }): Promise<FilePage> =>
      api(listDiagrams, {
        query: { page: pageParam, per_page: perPage, trashed: trashed ? 'true' : 'false', ...(q ? { q } : { sort }) },
        signal,
      }),
    initialPageParam: 1,
    getNextPageParam: ({ page, pages }) => (page < pages ? page + 1 : undefined),
    placeholderData: keepPreviousData,
  });
  return { ...query, files: query.data?.pages.flatMap(({ items }) => items) };
}
