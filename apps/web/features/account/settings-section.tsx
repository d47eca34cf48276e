import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { errorText } from '@/lib/api.ts';

/** A page of the settings: what it is about, what can be made there, and its lists. */
export function SettingsSection({
  title,
  lead,
  action,
  children,
}: {
  title: ReactNode;
  lead: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="max-w-3xl">
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
          <p className="mt-1 text-ink-soft">{lead}</p>
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}

/** A list of the settings in its frame, while it loads, when it fails and when it is empty. */
export function SettingsList<T>({
  label,
  items,
  error,
  empty,
  children,
}: {
  label: string;
  items: readonly T[] | undefined;
  error: unknown;
  empty: ReactNode;
  children: (item: T) => ReactNode;
}) {
  if (error) return <p role="alert">{errorText(error)}</p>;
  if (items?.length === 0) return <div className="rounded-lg border border-line border-dashed">{empty}</div>;
  return (
    <ul aria-label={label} aria-busy={items === undefined} className="divide-y divide-line rounded-lg border border-line bg-surface">
      {items?.map(children) ?? (
        <li className="p-4">
          <Skeleton className="h-9 w-full" />
        </li>
      )}
    </ul>
  );
}
