'use client';
import { Trash2 } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { FileList } from './file-list.tsx';
import { useFileActions } from './use-file-actions.ts';
import { useFiles } from './use-files.ts';

export function Trash() {
  const actions = useFileActions();
  const list = useFiles({ q: '', sort: 'updated_at', which: 'trashed' });
  return (
    <>
      <header className="mb-6">
        <h1 className="font-semibold text-xl tracking-tight">Trash</h1>
        <p className="mt-1 text-ink-soft">Files stay here for 30 days, then they are erased.</p>
      </header>
      <FileList
        list={list}
        actions={actions}
        empty={
          <EmptyState icon={<Trash2 />} title="The trash is empty">
            What you delete waits here, in case you want it back.
          </EmptyState>
        }
      />
    </>
  );
}
