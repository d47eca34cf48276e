import type { Block, ShapeChange, Terminal } from '@autograph/document';
import { type BlockEdit, type DerivedShapeEdit, patchText, type TextPatch } from '@autograph/editor';
import { collectEdits, type Patches } from '../collect-edits.ts';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import { retitle, titleId } from '../mermaid/title.ts';
import { renamedPlacements } from '../moves.ts';
import { architectureHolding, architectureIds, nodesOf } from './graph.ts';
import type { ArchitectureModel, Edge, EdgeEnd, Side, Thing } from './model.ts';
import { parseArchitecture } from './parse.ts';
import { goneWith, takenOut } from './remove.ts';
import { isQuoted, titleSource } from './title-source.ts';
import { edgeText, kindIn, thingText } from './view.ts';

/** Writes edits of groups, services, junctions and edges back as the smallest patches of the text and as pinned placements. */
export function editArchitecture(model: ArchitectureModel, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | Refusal {
  const collected = collectEdits(block, edits, architectureHolding(model), (id, said) => change(model, block, id, said));
  if ('refused' in collected) return collected;
  const { patches, layout, moved, removed } = collected;
  if (removed.has(titleId)) return { refused: 'Take the title out in the text.' };
  const gone = goneWith(model, removed);
  const taken = takenOut(model, block.source, gone);
  const kept = patches.filter((patch) => !taken.some(({ from, to }) => patch.from >= from && patch.to <= to));
  const all = joinedPatches([...kept, ...taken]);
  for (const id of gone) layout[id] = null;
  if (all.length === 0) return { patches: [], layout };
  const after = areApart(all) ? parseArchitecture(patchText(block.source, all)) : undefined;
  const turned = turns(edits);
  if (!after?.ok || !keeps(model, after.model, gone, turned)) {
    return { refused: 'These changes do not fit into the text together. Make them one at a time, or in the text.' };
  }
  return { patches: all, layout: { ...layout, ...renamedPlacements(architectureIds(model), architectureIds(after.model), moved, gone) } };
}

/** What becomes another kind of thing. */
function turns(edits: readonly DerivedShapeEdit[]): ReadonlyMap<string, Thing['kind']> {
  return new Map(
    edits.flatMap((edit) => {
      const kind = edit.kind === 'change' ? kindIn(edit.change.outline) : undefined;
      return kind ? [[edit.node_id, kind] as const] : [];
    }),
  );
}

/** Whether nothing has come, gone or changed its kind that was not to. */
function keeps(
  before: ArchitectureModel,
  after: ArchitectureModel,
  gone: ReadonlySet<string>,
  turned: ReadonlyMap<string, Thing['kind']>,
): boolean {
  const named = (model: ArchitectureModel, kinds: ReadonlyMap<string, Thing['kind']>) =>
    [...nodesOf(model), ...model.groups].flatMap(({ id, kind }) => (gone.has(id) ? [] : `${kinds.get(id) ?? kind} ${id}`)).sort();
  const left = before.edges.filter(({ id }) => !gone.has(id));
  return named(before, turned).join('\n') === named(after, new Map()).join('\n') && left.length === after.edges.length;
}

function change(model: ArchitectureModel, block: Block, id: string, { parent_id: _, ...said }: ShapeChange): Patches {
  if (Object.keys(said).length === 0) return [];
  const edge = model.edges.find((candidate) => candidate.id === id);
  if (edge) return changeEdge(model, block, edge, said);
  if (Object.keys(said).some((key) => key !== 'text' && key !== 'outline'))
    return { refused: 'Mermaid knows no styles for architecture diagrams.' };
  if (id === titleId) return changeTitle(model, block.source, said.text ?? '');
  const thing = [...nodesOf(model), ...model.groups].find((candidate) => candidate.id === id);
  if (!thing) return [];
  const renamed = said.text === undefined ? [] : rename(block.source, thing, said.text ?? '');
  const turned = said.outline === undefined ? [] : turn(thing, said.outline);
  if ('refused' in renamed) return renamed;
  return 'refused' in turned ? turned : [...renamed, ...turned];
}

function changeTitle({ titleRange }: ArchitectureModel, source: string, text: string): Patches {
  if (!titleRange) return retitle(source, text);
  const title = text.trim().replace(/\s+/g, ' ');
  return title === '' || title.includes('%%') ? { refused: 'A title is a line of words.' } : [{ ...titleRange, insert: title }];
}

/** Another title in its brackets; none takes the brackets away. */
function rename(source: string, thing: Thing, text: string): Patches {
  const title = text.trim();
  if (title === thingText(thing)) return [];
  if (thing.kind === 'junction') return { refused: 'A junction has no name. Write on its edges instead.' };
  if (!thing.titleRange) return title === '' ? [] : [{ from: thing.titleAt, to: thing.titleAt, insert: titleSource(title, false) }];
  const before = source.slice(thing.titleRange.from, thing.titleRange.to);
  return [{ ...thing.titleRange, insert: title === '' ? '' : titleSource(title, isQuoted(before)) }];
}

/** A service where there was a junction, or a junction, which has no icon and no title, where there was a service. */
function turn({ kind, range, name, titleAt, titleRange }: Thing, outline: unknown): Patches {
  const wanted = kindIn(outline);
  if (!wanted || kind === 'group') return { refused: 'An architecture diagram has services and junctions only.' };
  if (wanted === kind) return [];
  const said = wanted === 'junction' ? (titleRange?.to ?? titleAt) : name.to;
  return [
    { from: range.from, to: range.from + kind.length, insert: wanted },
    ...(said > name.to ? [{ from: name.to, to: said, insert: '' }] : []),
  ];
}

const sayable: ReadonlySet<string> = new Set(['text', 'start', 'end', 'start_head', 'end_head']);

/** Other words on an edge, heads at its ends, or other ends. */
function changeEdge(model: ArchitectureModel, block: Block, edge: Edge, said: ShapeChange): Patches {
  if (Object.keys(said).some((key) => !sayable.has(key)))
    return { refused: 'Mermaid knows no styles for the edges of an architecture diagram.' };
  const patches: TextPatch[] = [];
  const text = said.text === undefined ? undefined : (said.text ?? '').trim();
  if (text !== undefined && text !== edgeText(edge)) {
    const before = block.source.slice(edge.lineRange.from + 1, edge.lineRange.to);
    patches.push({ ...edge.lineRange, insert: text === '' ? '--' : `-${titleSource(text, isQuoted(before))}-` });
  }
  for (const [end, terminal, head, sign] of [
    [edge.from, said.start, said.start_head, '<'],
    [edge.to, said.end, said.end_head, '>'],
  ] as const) {
    if (head !== undefined && ((head ?? 'none') !== 'none') !== end.into) patches.push({ ...end.intoRange, insert: end.into ? '' : sign });
    const moved = terminal ? moveEnd(model, block, end, terminal) : [];
    if ('refused' in moved) return moved;
    patches.push(...moved);
  }
  return patches;
}

/** An end at another service, at another side, or at the border of a group. */
function moveEnd(model: ArchitectureModel, block: Block, end: EdgeEnd, { shape_id, anchor }: Terminal): readonly TextPatch[] | Refusal {
  const id = shape_id?.startsWith(`${block.id}/`) ? shape_id.slice(block.id.length + 1) : undefined;
  const own = nodesOf(model).find((node) => node.id === end.name.text);
  const toGroup = model.groups.some((group) => group.id === id);
  const target = toGroup ? own : nodesOf(model).find((node) => node.id === id);
  if (!target || (toGroup && own?.parent !== id)) return { refused: 'An edge joins services or junctions of its own diagram.' };
  const side = anchor && sideAt(anchor);
  return [
    ...(target.id === end.name.text ? [] : [{ from: end.name.from, to: end.name.to, insert: target.id }]),
    ...(side && side !== end.side ? [{ ...end.sideRange, insert: side }] : []),
    ...(toGroup === end.group ? [] : [{ ...end.groupRange, insert: toGroup ? '{group}' : '' }]),
  ];
}

/** The side on which an anchor lies, if it lies on one. */
function sideAt({ x, y }: { readonly x: number; readonly y: number }): Side | undefined {
  if (x < 0.02) return 'L';
  if (x > 0.98) return 'R';
  if (y < 0.02) return 'T';
  return y > 0.98 ? 'B' : undefined;
}
