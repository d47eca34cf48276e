'use client';
import type { Targets } from '@autograph/editor';
import { Select } from '@/components/ui/select.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';

/** What boxes are said to be above their names: the kinds that the diagram's text can say. */
export function KindSection({ targets: { shapes, stored, changeEach } }: { targets: Targets }) {
  const { editor } = useFileSession();
  const said = shapes.map((shape) => ('stereotypes' in shape && Array.isArray(shape.stereotypes) ? String(shape.stereotypes[0]) : ''));
  const known = shapes.map(({ origin }) => (origin ? (editor.derivation(origin.block_id)?.kinds ?? []) : []));
  const kinds = known[0] ?? [];
  if (!stored || said.some((kind, at) => known[at] !== kinds || !kinds.includes(kind))) return null;
  return (
    <Section title="Kind">
      <Select
        label="Kind"
        value={sharedValue(said, (kind) => kind).value}
        placeholder="Mixed"
        options={kinds.map((kind) => ({ value: kind, label: kind }))}
        onChange={(kind) => changeEach(() => ({ stereotypes: [kind] }))}
      />
    </Section>
  );
}
