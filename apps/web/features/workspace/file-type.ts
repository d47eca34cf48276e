import type { DiagramType } from '@autograph/contracts/diagrams.ts';
import { Columns2, FileText, type LucideIcon, Shapes } from 'lucide-react';

/** What a person calls each kind of file. */
export const fileTypes: Record<DiagramType, { label: string; lead: string; Icon: LucideIcon }> = {
  canvas: { label: 'Canvas', lead: 'Draw freely or from code', Icon: Shapes },
  note: { label: 'Note', lead: 'Write in markdown', Icon: FileText },
  mixed: { label: 'Note and canvas', lead: 'Both, side by side', Icon: Columns2 },
};
