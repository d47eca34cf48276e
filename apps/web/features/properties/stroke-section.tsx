'use client';
import type { Shape } from '@autograph/document';
import type { Targets } from '@autograph/editor';
import { look, usualDashGap } from '@autograph/shapes/appearance.ts';
import { Select } from '@/components/ui/select.tsx';
import { lineLooks, strokeStyles } from './choices.ts';
import { ColorField } from './color-field.tsx';
import { NumberField } from './number-field.tsx';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';

/** What the shape's dashes keep between them while it does not say. */
function gapOf({ stroke_style, stroke_width = look.strokeWidth }: Shape): number {
  return usualDashGap(stroke_style === 'dotted' ? 'dotted' : 'dashed', stroke_width);
}

export function StrokeSection({ targets: { shapes, fields, change, preview } }: { targets: Targets }) {
  if (!fields.has('stroke')) return null;
  // What has a colour but no line, such as an icon.
  const label = fields.has('stroke_width') || fields.has('stroke_style') ? 'Stroke' : 'Colour';
  const style = sharedValue(shapes, (shape) => shape.stroke_style ?? 'solid');
  return (
    <Section title={label}>
      <ColorField
        label={label}
        none={fields.has('fill')}
        tone="stroke"
        value={sharedValue(shapes, (shape) => shape.stroke ?? 'black')}
        onChange={(stroke) => change({ stroke })}
        onPreview={(stroke) => preview(stroke && { stroke })}
      />
      <div className="grid grid-cols-2 gap-2">
        {fields.has('stroke_style') ? (
          <Select
            label="Stroke style"
            value={style.value}
            placeholder="Mixed"
            options={strokeStyles}
            onChange={(stroke_style) => change({ stroke_style })}
          />
        ) : null}
        {fields.has('stroke_width') ? (
          <NumberField
            letter="≡"
            label="Stroke width, px"
            min={0.5}
            max={40}
            value={sharedValue(shapes, (shape) => shape.stroke_width ?? look.strokeWidth)}
            onChange={(stroke_width) => change({ stroke_width })}
            onScrub={(stroke_width) => preview(stroke_width === null ? null : { stroke_width })}
          />
        ) : null}
        {fields.has('look') && shapes.every(({ origin }) => !origin) ? (
          <Select
            label="Lines"
            value={sharedValue(shapes, (shape) => shape.look ?? 'clean').value}
            placeholder="Mixed"
            options={lineLooks}
            onChange={(picked) => change({ look: picked === 'clean' ? null : picked })}
          />
        ) : null}
        {fields.has('dash_gap') && (style.value === 'dashed' || style.value === 'dotted') ? (
          <NumberField
            letter="↔"
            label={style.value === 'dashed' ? 'Gap between dashes, px' : 'Gap between dots, px'}
            min={1}
            max={100}
            value={sharedValue(shapes, (shape) => shape.dash_gap ?? gapOf(shape))}
            onChange={(dash_gap) => change({ dash_gap })}
            onScrub={(dash_gap) => preview(dash_gap === null ? null : { dash_gap })}
          />
        ) : null}
      </div>
    </Section>
  );
}
