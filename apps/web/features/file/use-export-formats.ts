'use client';
import { listExportFormats } from '@autograph/contracts/export.ts';
import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api.ts';
import type { ExportChoice } from './export-file.ts';

const formats = { queryKey: ['export-formats'], queryFn: () => api(listExportFormats, {}), staleTime: Number.POSITIVE_INFINITY };

/** What a file can be exported as, in the order in which it is offered; none until the server has said. */
export function useExportFormats(): readonly ExportChoice[] {
  return useQuery(formats).data?.items ?? [];
}
