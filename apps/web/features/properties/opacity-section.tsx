'use client';
import type { Targets } from '@autograph/editor';
import { useState } from 'react';
import { Slider } from '@/components/ui/slider.tsx';
import { NumberField } from './number-field.tsx';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';

/** From solid to invisible; the board shows it while the slider moves. */
export function OpacitySection({ targets: { shapes, fields, change, preview } }: { targets: Targets }) {
  const shared = sharedValue(shapes, (shape) => shape.opacity ?? 1);
  const [draft, setDraft] = useState<number | null>(null);
  if (!fields.has('opacity')) return null;
  const percent = sharedValue(shapes, (shape) => Math.round((draft ?? shape.opacity ?? 1) * 100));
  return (
    <Section title="Opacity">
      <div className="grid grid-cols-[1fr_5rem] items-center gap-3">
        <Slider
          label="Opacity"
          min={0}
          max={1}
          step={0.05}
          value={draft ?? shared.value ?? 1}
          onChange={(opacity) => {
            setDraft(opacity);
            preview({ opacity });
          }}
          onCommit={(opacity) => {
            setDraft(null);
            preview(null);
            change({ opacity });
          }}
        />
        <NumberField
          letter="%"
          label="Opacity, %"
          min={0}
          max={100}
          value={percent}
          onChange={(number) => change({ opacity: number / 100 })}
          onScrub={(number) => preview(number === null ? null : { opacity: number / 100 })}
        />
      </div>
    </Section>
  );
}
