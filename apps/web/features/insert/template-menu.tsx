'use client';
import type { ComponentProps } from 'react';
import { MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuSub } from '@/components/ui/menu.tsx';
import { type DiagramTemplate, templates } from './templates.ts';

const families = [...new Set(templates.map(({ familyLabel }) => familyLabel))];

function Items({ family, onPick }: { family: string | undefined; onPick: (template: DiagramTemplate) => void }) {
  return templates
    .filter(({ familyLabel }) => familyLabel === family)
    .map((template) => (
      <MenuItem key={template.label} className="h-11" onSelect={() => onPick(template)}>
        <span className="block font-medium leading-4">{template.label}</span>
        <span className="block text-ink-faint text-xs">{template.lead}</span>
      </MenuItem>
    ));
}

/** The kinds of diagram to start from, as the content of a menu: those of the usual family at once, those of each other one beside. */
export function TemplateItems({ onPick }: { onPick: (template: DiagramTemplate) => void }) {
  const [usual, ...others] = families;
  return (
    <>
      <Items family={usual} onPick={onPick} />
      {others.length > 0 ? <MenuSeparator /> : null}
      {others.map((family) => (
        <MenuSub key={family} label={family}>
          <Items family={family} onPick={onPick} />
        </MenuSub>
      ))}
    </>
  );
}

export function TemplateMenu({
  onPick,
  ...props
}: { onPick: (template: DiagramTemplate) => void } & Pick<ComponentProps<typeof MenuContent>, 'side' | 'align'>) {
  return (
    <MenuContent className="w-64" {...props}>
      <MenuLabel>Diagram as code</MenuLabel>
      <TemplateItems onPick={onPick} />
    </MenuContent>
  );
}
