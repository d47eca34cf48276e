import type { RouteOutput } from '@autograph/contracts';
import type { Diagram } from '@autograph/contracts/diagrams.ts';
import { exportDiagram, type listExportFormats } from '@autograph/contracts/export.ts';
import { toast } from 'sonner';
import { api, errorText } from '@/lib/api.ts';
import { saveFile } from '@/lib/save-file.ts';

export type ExportChoice = RouteOutput<typeof listExportFormats>['items'][number];

/** Fetches the file in a format and hands it to the browser's downloads. */
export async function downloadExport({ id, title }: Diagram, { format, scale }: ExportChoice): Promise<void> {
  try {
    const response = await api(exportDiagram, { params: { id }, query: { format, scale } });
    toast(`Exported “${saveFile(await response.blob(), `${title}.${format}`)}”`);
  } catch (error) {
    toast.error(errorText(error));
  }
}
