'use client';
import type { Targets } from '@autograph/editor';
import { Select } from '@/components/ui/select.tsx';
import { routes } from './choices.ts';
import { HeadField } from './head-field.tsx';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';

/** How a line runs, and what is at its ends. */
export function LineSection({ targets: { shapes, fields, change } }: { targets: Targets }) {
  if (!fields.has('route') && !fields.has('end_head')) return null;
  const route = sharedValue(shapes, (shape) => shape.route ?? 'straight');
  const avoid = sharedValue(shapes, (shape) => shape.avoid ?? false);
  return (
    <Section title="Line">
      {fields.has('route') ? (
        <Select label="Route" value={route.value} placeholder="Mixed" options={routes} onChange={(picked) => change({ route: picked })} />
      ) : null}
      <div className="grid grid-cols-2 gap-2">
        {(['start', 'end'] as const).map((side) =>
          fields.has(`${side}_head`) ? (
            <HeadField
              key={side}
              side={side}
              value={sharedValue(shapes, (shape) => shape[`${side}_head`] ?? 'none')}
              onChange={(head) => change({ [`${side}_head`]: head })}
            />
          ) : null,
        )}
      </div>
      {fields.has('avoid') ? (
        <label className="flex items-center gap-2 text-ink-soft text-sm">
          <input
            type="checkbox"
            ref={(box) => {
              // Uncontrolled: the panel is rendered after the board, and a controlled box would show its old state until then.
              if (!box) return;
              box.checked = avoid.value ?? false;
              box.indeterminate = avoid.mixed;
            }}
            onChange={(event) => change({ avoid: event.target.checked ? true : null })}
            className="size-4 accent-accent"
          />
          Go around other shapes
        </label>
      ) : null}
    </Section>
  );
}
