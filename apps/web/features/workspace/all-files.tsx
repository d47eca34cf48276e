'use client';
import { FilePlus2, SearchX } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { usePageKeys } from '@/features/commands/use-page-keys.ts';
import { useDebounced } from '@/lib/use-debounced.ts';
import { FileList } from './file-list.tsx';
import { NewFile } from './new-file.tsx';
import { SearchField } from './search-field.tsx';
import { SortMenu } from './sort-menu.tsx';
import { useFileActions } from './use-file-actions.ts';
import { type Sort, useFiles } from './use-files.ts';

export function AllFiles() {
  const [q, setQ] = useState('');
  const [sort, setSort] = useState<Sort>('updated_at');
  const asked = useDebounced(useDeferredValue(q.trim()), 150);
  const actions = useFileActions();
  const list = useFiles({ q: asked, sort, which: 'all' });
  usePageKeys({ files_refresh: () => void list.refetch() });
  return (
    <>
      <header className="mb-6 flex flex-wrap items-center gap-2">
        <h1 className="w-full font-semibold text-xl tracking-tight lg:w-auto lg:flex-1">All files</h1>
        <SearchField value={q} onChange={setQ} label="Search files" />
        <SortMenu value={sort} onChange={setSort} />
        <NewFile actions={actions} />
      </header>
      <FileList
        list={list}
        actions={actions}
        query={asked}
        empty={
          asked ? (
            <EmptyState icon={<SearchX />} title={`Nothing is found for “${asked}”`}>
              Titles, notes and what stands on the boards are searched.
            </EmptyState>
          ) : (
            <EmptyState
              icon={<FilePlus2 />}
              title="Your first file"
              action={
                <Button look="primary" onClick={() => void actions.create('mixed')}>
                  New file
                </Button>
              }
            >
              A file holds a canvas, diagrams as code and a note that stay in step.
            </EmptyState>
          )
        }
      />
    </>
  );
}
