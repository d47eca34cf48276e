'use client';
import type { Shape } from '@autograph/document';
import type { Targets } from '@autograph/editor';
import { look } from '@autograph/shapes/appearance.ts';
import {
  AlignCenter,
  AlignJustify,
  AlignLeft,
  AlignRight,
  AlignVerticalJustifyCenter,
  AlignVerticalJustifyEnd,
  AlignVerticalJustifyStart,
} from 'lucide-react';
import { type Segment, Segmented } from '@/components/ui/segmented.tsx';
import { Select } from '@/components/ui/select.tsx';
import { fonts } from './choices.ts';
import { ColorField } from './color-field.tsx';
import { MarkButtons } from './mark-buttons.tsx';
import { NumberField } from './number-field.tsx';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';

const aligns: readonly Segment<NonNullable<Shape['text_align']>>[] = [
  { value: 'left', label: 'Left', content: <AlignLeft /> },
  { value: 'center', label: 'Centre', content: <AlignCenter /> },
  { value: 'right', label: 'Right', content: <AlignRight /> },
  { value: 'justify', label: 'Justify', content: <AlignJustify /> },
];

const valigns: readonly Segment<NonNullable<Shape['text_valign']>>[] = [
  { value: 'top', label: 'Top', content: <AlignVerticalJustifyStart /> },
  { value: 'middle', label: 'Middle', content: <AlignVerticalJustifyCenter /> },
  { value: 'bottom', label: 'Bottom', content: <AlignVerticalJustifyEnd /> },
];

export function TextSection({ targets: { shapes, stored, fields, change, preview } }: { targets: Targets }) {
  if (!fields.has('font_size') && !fields.has('text_color')) return null;
  const font = sharedValue(shapes, (shape) => shape.font ?? look.font);
  return (
    <Section title="Text">
      {fields.has('text_color') ? (
        <ColorField
          label="Text colour"
          tone="stroke"
          value={sharedValue(shapes, (shape) => shape.text_color)}
          onChange={(color) => {
            if (color !== 'none') change({ text_color: color });
          }}
          onPreview={(color) => preview(color && { text_color: color })}
        />
      ) : null}
      <div className="grid grid-cols-2 gap-2">
        {fields.has('font') ? (
          <Select label="Font" value={font.value} placeholder="Mixed" options={fonts} onChange={(picked) => change({ font: picked })} />
        ) : null}
        {fields.has('font_size') ? (
          <NumberField
            letter="A"
            label="Font size, px"
            min={8}
            max={72}
            value={sharedValue(shapes, (shape) => shape.font_size ?? look.fontSize)}
            onChange={(font_size) => change({ font_size })}
            onScrub={(font_size) => preview(font_size === null ? null : { font_size })}
          />
        ) : null}
      </div>
      {stored && fields.has('font') ? <MarkButtons /> : null}
      {fields.has('text_align') ? (
        <Segmented
          label="Text alignment"
          value={sharedValue(shapes, (shape) => shape.text_align ?? 'center').value}
          segments={aligns}
          onChange={(text_align) => change({ text_align })}
        />
      ) : null}
      {fields.has('text_valign') ? (
        <Segmented
          label="Vertical alignment"
          value={sharedValue(shapes, (shape) => shape.text_valign ?? 'middle').value}
          segments={valigns}
          onChange={(text_valign) => change({ text_valign })}
        />
      ) : null}
    </Section>
  );
}
