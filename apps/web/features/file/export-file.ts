import type { Diagram } from '@autograph/contracts/diagrams.ts';
import { type ExportFormat, exportDiagram } from '@autograph/contracts/export.ts';
import { toast } from 'sonner';
import { api, errorText } from '@/lib/api.ts';

export interface ExportChoice {
  readonly format: ExportFormat;
  readonly label: string;
  /** Pixels of the picture per px of the board. */
  readonly scale?: number;
}

export const exportChoices: readonly ExportChoice[] = [
  { format: 'png', label: 'PNG picture (2×)', scale: 2 },
  { format: 'svg', label: 'SVG drawing' },
  { format: 'pdf', label: 'PDF document' },
  { format: 'md', label: 'Markdown note' },
  { format: 'mmd', label: 'Mermaid code' },
  { format: 'json', label: 'JSON, everything' },
];

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Fetches the file in a format and hands it to the browser's downloads. */
export async function downloadExport({ id, title }: Diagram, { format, scale = 1 }: ExportChoice): Promise<void> {
  const name = `${title.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'file'}.${format}`;
  try {
    const response = await api(exportDiagram, { params: { id }, query: { format, scale } });
    save(await response.blob(), name);
    toast(`Exported “${name}”`);
  } catch (error) {
    toast.error(errorText(error));
  }
}
