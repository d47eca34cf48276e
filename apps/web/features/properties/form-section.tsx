'use client';
import { plainShape, type ShapeDefinition, type Targets } from '@autograph/editor';
import { pathData } from '@autograph/render/svg-path.ts';
import { useState } from 'react';
import { inputClass } from '@/components/ui/input.tsx';
import { NamedChoices } from '@/components/ui/named-choices.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { cn } from '@/lib/cn.ts';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';

const size = { w: 30, h: 20 };

/** A form as the kind draws it. */
function FormPicture({ definition, form }: { definition: ShapeDefinition; form: string }) {
  const { editor } = useFileSession();
  const shape = { ...plainShape(definition), ...size, outline: form };
  return (
    <svg viewBox="-2 -2 34 24" aria-hidden className="h-5 w-7 shrink-0" fill="none" stroke="currentColor" strokeLinejoin="round">
      <path d={pathData(definition.outline(shape, editor.scene))} strokeWidth={1.25} />
    </svg>
  );
}

/** The form of nodes, picked from pictures: those that the diagram's text can say. */
export function FormSection({ targets: { shapes, stored, changeEach } }: { targets: Targets }) {
  const { editor } = useFileSession();
  const [open, setOpen] = useState(false);
  const [first] = shapes;
  const definition = first && editor.definition(first.type);
  if (!stored || !definition?.forms || shapes.some(({ type }) => type !== definition.type)) return null;
  const none = definition.drawn ? undefined : new Set<string>();
  const written = shapes.map(({ origin }) => (origin ? (editor.derivation(origin.block_id)?.forms ?? new Set<string>()) : none));
  const forms = definition.forms.filter(({ id }) => written.every((known) => known === undefined || known.has(id)));
  if (forms.length === 0) return null;
  const { value } = sharedValue(shapes, (shape) => definition.nodeOutline?.(shape));
  const label = forms.find(({ id }) => id === value)?.label ?? 'Mixed';
  const pick = (picked: string | undefined) => {
    if (picked !== undefined) changeEach(() => ({ outline: picked }));
    setOpen(false);
  };
  return (
    <Section title="Form">
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger aria-label={`Form: ${label}`} className={cn(inputClass, 'flex items-center gap-2')}>
          {value === undefined ? null : <FormPicture definition={definition} form={value} />}
          <span className="truncate">{label}</span>
        </PopoverTrigger>
        <PopoverContent className="p-1.5">
          <NamedChoices
            label="Form"
            value={value}
            choices={forms.map(({ id, label: name }) => ({ value: id, name, picture: <FormPicture definition={definition} form={id} /> }))}
            onPick={pick}
            className="grid-cols-6"
            itemClass="size-9 pointer-coarse:size-11"
          />
        </PopoverContent>
      </Popover>
    </Section>
  );
}
