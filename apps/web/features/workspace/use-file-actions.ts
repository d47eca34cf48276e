'use client';
import {
  createDiagram,
  type DiagramSummary,
  type DiagramType,
  deleteDiagram,
  duplicateDiagram,
  restoreDiagram,
  updateDiagram,
} from '@autograph/contracts/diagrams.ts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { toast } from 'sonner';
import { importWhenOpen } from '@/features/interchange/pending-import.ts';
import { api, errorText } from '@/lib/api.ts';
import { editFiles } from './file-cache.ts';

const refetch = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['files'] });

/** Shows a change at once, sends it, and takes it back with the reason when it fails. Gives whether it held. */
async function optimistically(queries: QueryClient, undo: () => void, send: () => Promise<unknown>): Promise<boolean> {
  await queries.cancelQueries({ queryKey: ['files'] });
  try {
    await send();
    return true;
  } catch (error) {
    undo();
    toast.error(errorText(error));
    return false;
  } finally {
    void refetch(queries);
  }
}

const without = (id: string) => (file: DiagramSummary) => (file.id === id ? undefined : file);

function makeActions(queries: QueryClient, open: (id: string) => void) {
  const restore = (file: DiagramSummary) =>
    optimistically(queries, editFiles(queries, without(file.id)), () => api(restoreDiagram, { params: { id: file.id } }));

  return {
    async create(type: DiagramType) {
      try {
        const { id } = await api(createDiagram, { body: { title: type === 'note' ? 'Untitled note' : 'Untitled', type } });
        void refetch(queries);
        open(id);
      } catch (error) {
        toast.error(errorText(error));
      }
    },
    /** A new file with what files of other tools hold. */
    async importFiles(files: readonly File[]) {
      const [first] = files;
      if (!first) return;
      try {
        const title = first.name.replace(/\.[^.]+$/, '') || 'Imported';
        const { id } = await api(createDiagram, { body: { title, type: 'canvas' } });
        importWhenOpen(id, files);
        void refetch(queries);
        open(id);
      } catch (error) {
        toast.error(errorText(error));
      }
    },
    rename(file: DiagramSummary, title: string) {
      const undo = editFiles(queries, (other) => (other.id === file.id ? { ...other, title } : other));
      return optimistically(queries, undo, () =>
        api(updateDiagram, { params: { id: file.id }, headers: { 'if-match': '*' }, body: { title } }),
      );
    },
    async duplicate(file: DiagramSummary) {
      const held = await optimistically(
        queries,
        () => undefined,
        () => api(duplicateDiagram, { params: { id: file.id } }),
      );
      if (held) toast(`Duplicated “${file.title}”`);
    },
    async trash(file: DiagramSummary) {
      const held = await optimistically(queries, editFiles(queries, without(file.id)), () =>
        api(deleteDiagram, { params: { id: file.id }, query: {} }),
      );
      if (held) toast(`Moved “${file.title}” to the trash`, { action: { label: 'Undo', onClick: () => void restore(file) } });
    },
    async restore(file: DiagramSummary) {
      if (await restore(file)) toast(`Restored “${file.title}”`, { action: { label: 'Open', onClick: () => open(file.id) } });
    },
    /** Erases a few seconds later, or when the offer to undo it is put away. */
    erase(file: DiagramSummary) {
      const undo = editFiles(queries, without(file.id));
      const erase = () =>
        optimistically(queries, undo, () => api(deleteDiagram, { params: { id: file.id }, query: { permanent: 'true' } }));
      toast(`Erasing “${file.title}”`, {
        duration: 6000,
        action: { label: 'Undo', onClick: undo },
        onAutoClose: () => void erase(),
        onDismiss: () => void erase(),
      });
    },
  };
}

export type FileActions = ReturnType<typeof makeActions>;

/** What can be done with files from a list; every change is shown before the server has answered. */
export function useFileActions(): FileActions {
  const queries = useQueryClient();
  const router = useRouter();
  return useMemo(() => makeActions(queries, (id) => router.push(`/f/${id}`)), [queries, router]);
}
