'use client';
import type { Targets } from '@autograph/editor';
import { look } from '@autograph/shapes/appearance.ts';
import { Select } from '@/components/ui/select.tsx';
import { fillStyles } from './choices.ts';
import { ColorField } from './color-field.tsx';
import { NumberField } from './number-field.tsx';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';

export function FillSection({ targets: { shapes, fields, change, preview } }: { targets: Targets }) {
  if (!fields.has('fill')) return null;
  const style = sharedValue(shapes, (shape) => shape.fill_style ?? 'soft');
  return (
    <Section title="Fill">
      <ColorField
        label="Fill"
        none
        tone={style.value === 'soft' ? 'soft' : 'solid'}
        value={sharedValue(shapes, (shape) => shape.fill)}
        onChange={(fill) => change({ fill })}
        onPreview={(fill) => preview(fill && { fill })}
      />
      <div className="grid grid-cols-2 gap-2">
        {fields.has('fill_style') ? (
          <Select
            label="Fill style"
            value={style.value}
            placeholder="Mixed"
            options={fillStyles}
            onChange={(fill_style) => change({ fill_style })}
          />
        ) : null}
        {fields.has('radius') ? (
          <NumberField
            letter="⌒"
            label="Corner radius, px"
            min={0}
            max={200}
            value={sharedValue(shapes, (shape) => shape.radius ?? look.radius)}
            onChange={(radius) => change({ radius })}
            onScrub={(radius) => preview(radius === null ? null : { radius })}
          />
        ) : null}
      </div>
    </Section>
  );
}
