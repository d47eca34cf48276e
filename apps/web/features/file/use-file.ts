'use client';
import { type Diagram, getDiagram, updateDiagram } from '@autograph/contracts/diagrams.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { toast } from 'sonner';
import { useStage } from '@/features/canvas/stage.ts';
import { api, errorText } from '@/lib/api.ts';
import { usePanes } from './panes.ts';

/** What the server knows of the file beside its content; the content is in the room. */
export function useFile(id: string) {
  const { data, error } = useQuery({ queryKey: ['file', id], queryFn: () => api(getDiagram, { params: { id } }), staleTime: 60_000 });
  const type = data?.type;
  useEffect(() => {
    if (!type) return;
    usePanes.getState().set({ code: false, palette: false, prompt: false });
    useStage.getState().set({ stage: 'work', find: false });
  }, [type]);
  useEffect(() => {
    if (data) document.title = `${data.title} · AutoGraph`;
  }, [data]);
  return { file: data, error };
}

/** Renames the file: shown at once, taken back when refused. */
export function useRenameFile(id: string) {
  const queries = useQueryClient();
  const key = ['file', id];
  return useMutation({
    mutationFn: (title: string) => api(updateDiagram, { params: { id }, headers: { 'if-match': '*' }, body: { title } }),
    onMutate(title) {
      const before = queries.getQueryData<Diagram>(key);
      queries.setQueryData<Diagram>(key, (file) => (file ? { ...file, title } : file));
      return { before };
    },
    onError(error, _title, context) {
      queries.setQueryData(key, context?.before);
      toast.error(errorText(error));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['files'] }),
  });
}
