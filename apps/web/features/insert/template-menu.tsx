'use client';
import type { ComponentProps } from 'react';
import { MenuContent, MenuItem, MenuLabel } from '@/components/ui/menu.tsx';
import { templates } from './templates.ts';

/** The kinds of diagram to start from, as the content of a menu. */
export function TemplateMenu({
  onPick,
  ...props
}: { onPick: (source: string) => void } & Pick<ComponentProps<typeof MenuContent>, 'side' | 'align'>) {
  return (
    <MenuContent className="w-64" {...props}>
      <MenuLabel>Diagram as code</MenuLabel>
      {templates.map(({ label, lead, source }) => (
        <MenuItem key={label} className="h-11" onSelect={() => onPick(source)}>
          <span className="block font-medium leading-4">{label}</span>
          <span className="block text-ink-faint text-xs">{lead}</span>
        </MenuItem>
      ))}
    </MenuContent>
  );
}
