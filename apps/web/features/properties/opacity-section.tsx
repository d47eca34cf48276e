'use client';
import { useState } from 'react';
import { Slider } from '@/components/ui/slider.tsx';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';
import type { Targets } from './use-targets.ts';

export function OpacitySection({ targets: { shapes, fields, change } }: { targets: Targets }) {
  const shared = sharedValue(shapes, (shape) => shape.opacity ?? 1);
  const [draft, setDraft] = useState<number | null>(null);
  if (!fields.has('opacity')) return null;
  const opacity = draft ?? shared.value ?? 1;
  return (
    <Section title="Opacity">
      <div className="flex items-center gap-3">
        <Slider
          label="Opacity"
          min={0.05}
          max={1}
          step={0.05}
          value={opacity}
          onChange={setDraft}
          onCommit={(next) => {
            setDraft(null);
            change({ opacity: next });
          }}
        />
        <span className="w-12 whitespace-nowrap text-right text-ink-soft tabular-nums">
          {shared.mixed && draft === null ? 'Mixed' : `${Math.round(opacity * 100)} %`}
        </span>
      </div>
    </Section>
  );
}
