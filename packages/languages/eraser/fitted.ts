import { composePatches, patchText, type TextPatch } from '@autograph/editor';
import { areApart, joinedPatches } from '../joined-patches.ts';
import { sameForm } from '../mermaid/first-that-fits.ts';
import { type ChartForm, formOf } from './chart-form.ts';
import { type Chart, thingIn } from './chart-model.ts';
import { parseLike } from './chart-parse.ts';
import { nameSource, valueSource } from './sources.ts';

/** More rounds bring nothing new. */
const rounds = 4;

/**
 * The patches after which the text says what is wanted. What is lost with the words that are taken away, such as the only place that
 * names a node or says its colour, is given to `make` by name, to be written in a line of its own.
 */
export function fitted(
  chart: Chart,
  wanted: ChartForm,
  make: (kept: ReadonlySet<string>) => readonly TextPatch[],
): readonly TextPatch[] | undefined {
  const kept = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const patches = joinedPatches(make(kept));
    const after = areApart(patches) ? parseLike(chart)(patchText(chart.source, patches)) : undefined;
    if (!after?.ok) return undefined;
    const now = formOf(after.model);
    if (sameForm(now, wanted)) return composePatches(chart.source, patches, []);
    const lost = Object.entries(wanted.things).filter(([id, thing]) => thingIn(chart, id) && !sameForm(now.things[id] ?? null, thing));
    const fresh = lost.filter(([id]) => !kept.has(id));
    if (fresh.length === 0) return undefined;
    for (const [id] of fresh) kept.add(id);
  }
  return undefined;
}

/** A node by itself, with all that is said of it. */
export function listing(chart: Chart, id: string): string {
  const properties = [...(thingIn(chart, id)?.properties ?? [])].map(([key, value]) => `${key}: ${valueSource(value)}`);
  return nameSource(id) + (properties.length > 0 ? ` [${properties.join(', ')}]` : '') + (chart.tables ? ' { }' : '');
}
