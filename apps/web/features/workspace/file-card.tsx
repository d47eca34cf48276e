'use client';
import type { DiagramSummary } from '@autograph/contracts/diagrams.ts';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { InlineTitle } from '@/components/ui/inline-title.tsx';
import { cn } from '@/lib/cn.ts';
import { relativeTime } from '@/lib/relative-time.ts';
import { FileMenu } from './file-menu.tsx';
import { FileThumbnail } from './file-thumbnail.tsx';
import { fileTypes } from './file-type.ts';
import { FoundText } from './found-text.tsx';
import type { FileActions } from './use-file-actions.ts';

export function FileCard({ file, actions, query }: { file: DiagramSummary; actions: FileActions; query: string }) {
  const [renaming, setRenaming] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const { label, Icon } = fileTypes[file.type];
  const finish = (title?: string) => {
    setRenaming(false);
    link.current?.focus();
    if (title && title !== file.title) void actions.rename(file, title);
  };
  return (
    <li className="group relative flex min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface transition-[border-color,box-shadow] focus-within:border-line-strong hover:border-line-strong hover:shadow-raised">
      <div className={cn('aspect-8/5 overflow-hidden border-line border-b bg-ground', file.is_deleted && 'opacity-60')}>
        <FileThumbnail file={file} />
      </div>
      <div className="flex items-center gap-2 py-2 pr-1 pl-3">
        <Icon aria-label={label} className="size-4 shrink-0 text-ink-faint" />
        <div className="min-w-0 flex-1">
          {renaming ? (
            <InlineTitle value={file.title} label="File title" onDone={finish} className="relative z-10" />
          ) : (
            <h2 className="truncate font-medium leading-5">
              {file.is_deleted ? (
                file.title
              ) : (
                <Link
                  ref={link}
                  href={`/f/${file.id}`}
                  prefetch={false}
                  onKeyDown={(event) => {
                    if (event.key === 'F2') setRenaming(true);
                  }}
                  className="outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
                >
                  {file.title}
                </Link>
              )}
            </h2>
          )}
          <p className="truncate text-ink-faint text-xs" suppressHydrationWarning>
            {file.deleted_at
              ? `Trashed ${relativeTime(Date.parse(file.deleted_at))}`
              : `Edited ${relativeTime(Date.parse(file.updated_at))}`}
            {file.access === 'owner' ? '' : ` · ${file.owner.name} · ${file.access === 'edit' ? 'Can edit' : 'Can view'}`}
          </p>
          {file.found ? (
            <p className="mt-1 line-clamp-2 text-ink-soft text-xs">
              <FoundText text={file.found} query={query} />
            </p>
          ) : null}
        </div>
        <FileMenu file={file} actions={actions} onRename={() => setRenaming(true)} />
      </div>
    </li>
  );
}
