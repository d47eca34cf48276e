'use client';
import { Select } from '@/components/ui/select.tsx';
import { arrowHeads, routes } from './choices.ts';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';
import type { Targets } from './use-targets.ts';

/** How a line runs, and what is at its ends. */
export function LineSection({ targets: { shapes, fields, change } }: { targets: Targets }) {
  if (!fields.has('route') && !fields.has('end_head')) return null;
  const route = sharedValue(shapes, (shape) => shape.route ?? 'straight');
  const start = sharedValue(shapes, (shape) => shape.start_head ?? 'none');
  const end = sharedValue(shapes, (shape) => shape.end_head ?? 'none');
  return (
    <Section title="Line">
      {fields.has('route') ? (
        <Select label="Route" value={route.value} placeholder="Mixed" options={routes} onChange={(picked) => change({ route: picked })} />
      ) : null}
      <div className="grid grid-cols-2 gap-2">
        {fields.has('start_head') ? (
          <Select
            label="Start"
            value={start.value}
            placeholder="Mixed"
            options={arrowHeads}
            onChange={(start_head) => change({ start_head })}
          />
        ) : null}
        {fields.has('end_head') ? (
          <Select label="End" value={end.value} placeholder="Mixed" options={arrowHeads} onChange={(end_head) => change({ end_head })} />
        ) : null}
      </div>
    </Section>
  );
}
