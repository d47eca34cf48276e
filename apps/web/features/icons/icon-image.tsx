'use client';
import { cn } from '@/lib/cn.ts';
import { useTheme } from '@/lib/theme.ts';

/** A library icon as it shows on the panels; its name stands beside it. */
export function IconImage({ id, className }: { id: string; className?: string }) {
  const dark = useTheme((theme) => theme.dark);
  const src = `/api/icons/${encodeURIComponent(id)}?on=${dark ? 'dark' : 'light'}`;
  return <img src={src} alt="" decoding="async" draggable={false} className={cn('object-contain', className)} />;
}
