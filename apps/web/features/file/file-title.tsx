'use client';
import type { Diagram } from '@autograph/contracts/diagrams.ts';
import { useState } from 'react';
import { InlineTitle } from '@/components/ui/inline-title.tsx';
import { useRenameFile } from './use-file.ts';
import { useLiveTitle } from './use-live-title.ts';

export function FileTitle({ file }: { file: Diagram }) {
  const [renaming, setRenaming] = useState(false);
  const rename = useRenameFile(file.id);
  useLiveTitle(file.id);
  if (renaming)
    return (
      <InlineTitle
        value={file.title}
        label="File title"
        onDone={(title) => {
          setRenaming(false);
          if (title && title !== file.title) rename.mutate(title);
        }}
        className="mx-0 h-7 w-56 max-w-full px-1.5"
      />
    );
  return (
    <h1 className="min-w-0">
      <button
        type="button"
        disabled={file.access === 'view'}
        title={file.access === 'view' ? file.title : `${file.title} (click to rename)`}
        onClick={() => setRenaming(true)}
        className="block h-7 pointer-coarse:h-11 max-w-full truncate rounded-md px-1.5 font-semibold enabled:hover:bg-hover"
      >
        {file.title}
      </button>
    </h1>
  );
}
