'use client';
import type { DiagramSummary } from '@autograph/contracts/diagrams.ts';
import { useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { useTheme } from '@/lib/theme.ts';
import { isBeingDrawn } from './being-drawn.ts';
import { FileArt } from './file-art.tsx';

/** The file's rendered preview, in the theme of the app; art drawn from its title until there is one. */
export function FileThumbnail({ file }: { file: DiagramSummary }) {
  const [failed, setFailed] = useState(false);
  const dark = useTheme((state) => state.dark);
  if (isBeingDrawn(file)) return <Skeleton className="size-full rounded-none" />;
  if (!file.thumbnail_url || failed) return <FileArt title={file.title} type={file.type} />;
  return (
    <img
      src={`${file.thumbnail_url}&size=card&theme=${dark ? 'dark' : 'light'}`}
      alt=""
      loading="lazy"
      onError={() => setFailed(true)}
      className="size-full object-contain"
    />
  );
}
