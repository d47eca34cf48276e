'use client';
import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { errorText } from '@/lib/api.ts';
import { FileGrid, FileGridSkeleton } from './file-grid.tsx';
import type { FileActions } from './use-file-actions.ts';
import type { useFiles } from './use-files.ts';

/** A list of files in each of its states: on its way, failed, empty, or there. */
export function FileList({
  list,
  actions,
  empty,
  query = '',
}: {
  list: ReturnType<typeof useFiles>;
  actions: FileActions;
  empty: ReactNode;
  /** What was searched for. */
  query?: string;
}) {
  const { files, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = list;
  if (!files && error)
    return (
      <EmptyState icon={<CloudOff />} title="Your files did not come" action={<Button onClick={() => void refetch()}>Try again</Button>}>
        {errorText(error)}
      </EmptyState>
    );
  if (!files) return <FileGridSkeleton />;
  if (files.length === 0) return empty;
  return (
    <>
      <FileGrid files={files} actions={actions} query={query} />
      {hasNextPage ? (
        <div className="mt-6 text-center">
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}
