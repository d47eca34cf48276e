'use client';
import { Columns2, FileText, Shapes } from 'lucide-react';
import { Segmented } from '@/components/ui/segmented.tsx';
import { useMedia } from '@/lib/use-media.ts';
import { usePanes, type View } from './panes.ts';

const segments: readonly { value: View; label: string; Icon: typeof Shapes }[] = [
  { value: 'note', label: 'Note', Icon: FileText },
  { value: 'both', label: 'Both', Icon: Columns2 },
  { value: 'canvas', label: 'Canvas', Icon: Shapes },
];

export function ViewSwitch() {
  const { view, set } = usePanes();
  const wide = useMedia('(min-width: 900px)');
  const phone = useMedia('(max-width: 639px)');
  return (
    <Segmented
      label="View"
      value={view}
      onChange={(next) => set({ view: next })}
      segments={segments
        .filter(({ value }) => !(phone && value === 'both'))
        .map(({ value, label, Icon }) => (wide ? { value, label } : { value, label, content: <Icon /> }))}
    />
  );
}
