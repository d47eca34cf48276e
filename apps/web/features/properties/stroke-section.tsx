'use client';
import { look } from '@autograph/shapes/appearance.ts';
import { Select } from '@/components/ui/select.tsx';
import { strokeStyles } from './choices.ts';
import { ColorField } from './color-field.tsx';
import { NumberField } from './number-field.tsx';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';
import type { Targets } from './use-targets.ts';

export function StrokeSection({ targets: { shapes, fields, change } }: { targets: Targets }) {
  if (!fields.has('stroke')) return null;
  const style = sharedValue(shapes, (shape) => shape.stroke_style ?? 'solid');
  return (
    <Section title="Stroke">
      <ColorField
        label="Stroke"
        none={fields.has('fill')}
        tone="stroke"
        value={sharedValue(shapes, (shape) => shape.stroke ?? 'black')}
        onChange={(stroke) => change({ stroke })}
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
          />
        ) : null}
      </div>
    </Section>
  );
}
