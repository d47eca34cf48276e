import type { DiagramSummary } from '@autograph/contracts/diagrams.ts';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { FilePage } from './use-files.ts';

type Files = InfiniteData<FilePage, number>;

/** Changes the lists in view at once; gives the way back, should the server refuse. */
export function editFiles(queries: QueryClient, edit: (file: DiagramSummary) => DiagramSummary | undefined): () => void {
  const before = queries.getQueriesData<Files>({ queryKey: ['files'] });
  queries.setQueriesData<Files>({ queryKey: ['files'] }, (files) =>
    files
      ? {
          ...files,
          pages: files.pages.map((page) => ({
            ...page,
            items: page.items.flatMap((file) => edit(file) ?? []),
          })),
        }
      : files,
  );
  return () => {
    for (const [key, data] of before) queries.setQueryData(key, data);
  };
}
