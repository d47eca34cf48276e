'use client';
import type { Shape } from '@autograph/document';
import { NumberField } from './number-field.tsx';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';
import type { Targets } from './use-targets.ts';

const numbers = [
  { key: 'x', letter: 'X', label: 'X, px' },
  { key: 'y', letter: 'Y', label: 'Y, px' },
  { key: 'w', letter: 'W', label: 'Width, px' },
  { key: 'h', letter: 'H', label: 'Height, px' },
] as const;

/** Where the selection is, how large, and how it is turned. */
export function PlaceSection({ targets, resizable, rotatable }: { targets: Targets; resizable: boolean; rotatable: boolean }) {
  const { shapes, changeEach } = targets;
  const value = (read: (shape: Shape) => number) => sharedValue(shapes, read);
  return (
    <Section title="Position and size">
      <div className="grid grid-cols-2 gap-2">
        {numbers.slice(0, resizable ? 4 : 2).map(({ key, letter, label }) => (
          <NumberField
            key={key}
            letter={letter}
            label={label}
            value={value((shape) => shape[key])}
            {...(key === 'w' || key === 'h' ? { min: 1 } : {})}
            onChange={(number) => changeEach(() => ({ [key]: number }))}
          />
        ))}
        {rotatable ? (
          <NumberField
            letter="°"
            label="Rotation, degrees"
            value={value((shape) => shape.rotation)}
            onChange={(number) => changeEach(() => ({ rotation: ((number % 360) + 360) % 360 }))}
          />
        ) : null}
      </div>
    </Section>
  );
}
