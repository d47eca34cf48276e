import { Skeleton } from '@/components/ui/skeleton.tsx';

export function FileSkeleton() {
  return (
    <div role="status" aria-label="Opening the file" className="flex h-dvh flex-col">
      <div className="flex h-12 items-center gap-3 border-line border-b bg-surface px-3">
        <Skeleton className="size-7" />
        <Skeleton className="h-4 w-40" />
        <span className="flex-1" />
        <Skeleton className="h-7 w-40 max-sm:hidden" />
        <Skeleton className="size-7 rounded-full" />
      </div>
      <div className="relative flex-1">
        <Skeleton className="absolute bottom-4 left-1/2 h-11 w-96 max-w-[90%] -translate-x-1/2 rounded-xl" />
      </div>
    </div>
  );
}
