'use client';
import type { Shape } from '@autograph/document';
import type { Targets } from '@autograph/editor';
import { firstShadow } from '@autograph/shapes/appearance.ts';
import { Switch } from '@/components/ui/switch.tsx';
import { ColorField } from './color-field.tsx';
import { NumberField } from './number-field.tsx';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';

const numbers = [
  { key: 'x', letter: 'X', label: 'Shadow to the right, px', min: -200 },
  { key: 'y', letter: 'Y', label: 'Shadow downwards, px', min: -200 },
  { key: 'blur', letter: 'B', label: 'Shadow blur, px', min: 0 },
] as const;

/** The shadow under the selection. */
export function ShadowSection({ targets: { shapes, fields, change, changeEach, preview } }: { targets: Targets }) {
  if (!fields.has('shadow')) return null;
  const on = shapes.some(({ shadow }) => shadow);
  const cast =
    (part: Partial<NonNullable<Shape['shadow']>>) =>
    ({ shadow }: Shape) => ({ shadow: { ...(shadow ?? firstShadow), ...part } });
  return (
    <Section title="Shadow">
      <Switch label="Shadow" checked={on} onChange={(checked) => change({ shadow: checked ? firstShadow : null })} />
      {on ? (
        <>
          <div className="grid grid-cols-3 gap-2">
            {numbers.map(({ key, letter, label, min }) => (
              <NumberField
                key={key}
                letter={letter}
                label={label}
                min={min}
                max={200}
                value={sharedValue(shapes, ({ shadow }) => shadow?.[key] ?? firstShadow[key])}
                onChange={(number) => changeEach(cast({ [key]: number }))}
                onScrub={(number) => preview(number === null ? null : cast({ [key]: number }))}
              />
            ))}
          </div>
          <ColorField
            label="Shadow colour"
            tone="solid"
            value={sharedValue(shapes, ({ shadow }) => shadow?.color)}
            onChange={(color) => {
              if (color !== 'none') changeEach(cast({ color }));
            }}
            onPreview={(color) => preview(color && cast({ color }))}
          />
        </>
      ) : null}
    </Section>
  );
}
