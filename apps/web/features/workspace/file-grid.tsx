'use client';
import type { DiagramSummary } from '@autograph/contracts/diagrams.ts';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { FileCard } from './file-card.tsx';
import type { FileActions } from './use-file-actions.ts';

const grid = 'grid gap-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4 min-[120rem]:grid-cols-5';

export function FileGrid({ files, actions, query }: { files: readonly DiagramSummary[]; actions: FileActions; query: string }) {
  return (
    <ul className={grid}>
      {files.map((file) => (
        <FileCard key={file.id} file={file} actions={actions} query={query} />
      ))}
    </ul>
  );
}

export function FileGridSkeleton() {
  return (
    <div role="status" aria-label="Loading files" className={grid}>
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
        <div key={key} className="overflow-hidden rounded-lg border border-line bg-surface">
          <Skeleton className="aspect-8/5 rounded-none" />
          <div className="grid gap-2 p-3">
            <Skeleton className="h-3 w-2/3" />
            <Skeleton className="h-2.5 w-1/3" />
          </div>
        </div>
      ))}
    </div>
  );
}
