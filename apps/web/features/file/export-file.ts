import type { RouteOutput } from '@autograph/contracts';
import type { Diagram } from '@autograph/contracts/diagrams.ts';
import { exportDiagram, type listExportFormats } from '@autograph/contracts/export.ts';
import { toast } from 'sonner';
import { api, errorText } from '@/lib/api.ts';

export type ExportChoice = RouteOutput<typeof listExportFormats>['items'][number];

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Fetches the file in a format and hands it to the browser's downloads. */
export async function downloadExport({ id, title }: Diagram, { format, scale }: ExportChoice): Promise<void> {
  const name = `${title.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'file'}.${format}`;
  try {
    const response = await api(exportDiagram, { params: { id }, query: { format, scale } });
    save(await response.blob(), name);
    toast(`Exported “${name}”`);
  } catch (error) {
    toast.error(errorText(error));
  }
}
