'use client';
import { Users } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { FileList } from './file-list.tsx';
import { useFileActions } from './use-file-actions.ts';
import { useFiles } from './use-files.ts';

export function SharedFiles() {
  const actions = useFileActions();
  const list = useFiles({ q: '', sort: 'updated_at', which: 'shared' });
  return (
    <>
      <header className="mb-6">
        <h1 className="font-semibold text-xl tracking-tight">Shared with me</h1>
        <p className="mt-1 text-ink-soft">Files that other people let you view or edit.</p>
      </header>
      <FileList
        list={list}
        actions={actions}
        empty={
          <EmptyState icon={<Users />} title="Nobody has shared a file with you yet">
            Ask for it by your e-mail address: the owner of a file finds “Share” above it.
          </EmptyState>
        }
      />
    </>
  );
}
