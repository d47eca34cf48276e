import type { Block, ShapeChange, Terminal } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit, TextPatch } from '@autograph/editor';
import { patchText } from '@autograph/editor';
import { collectEdits, type Patches } from '../collect-edits.ts';
import { areApart, joinedPatches } from '../joined-patches.ts';
import type { Refusal } from '../language.ts';
import { wholeLine } from '../mermaid/lines.ts';
import { retitle, titleId } from '../mermaid/title.ts';
import { renamedPlacements } from '../moves.ts';
import { changeItem, nameSource } from './edit-item.ts';
import { requirementHolding, requirementIds } from './graph.ts';
import type { Relation, RequirementModel } from './model.ts';
import { parseRequirements } from './parse.ts';
import { relationType, relationTypes } from './words.ts';

/** Writes edits of requirements, elements and relations back as the smallest patches of the text and as pinned placements. */
export function editRequirements(model: RequirementModel, block: Block, edits: readonly DerivedShapeEdit[]): BlockEdit | Refusal {
  const collected = collectEdits(block, edits, requirementHolding(model), (id, said) => change(model, block, id, said));
  if ('refused' in collected) return collected;
  const { patches, layout, moved, removed: ids } = collected;
  if (ids.has(titleId)) return { refused: 'Take the title out of the front matter, in the text.' };
  const gone = goneWith(model, ids);
  const taken = takenOut(model, block.source, gone);
  const kept = patches.filter((patch) => !taken.some(({ from, to }) => patch.from >= from && patch.to <= to));
  const all = joinedPatches([...kept, ...taken]);
  for (const id of gone) layout[id] = null;
  if (all.length === 0) return { patches: [], layout };
  const after = areApart(all) ? parseRequirements(patchText(block.source, all)) : undefined;
  const left = (count: number, ids: readonly string[]) => count === ids.filter((id) => !gone.has(id)).length;
  const fits =
    after?.ok &&
    left(
      after.model.items.length,
      model.items.map(({ name }) => name),
    ) &&
    left(
      after.model.relations.length,
      model.relations.map(({ id }) => id),
    );
  if (!fits) return { refused: 'These changes do not fit into the text together. Make them one at a time, or in the text.' };
  return {
    patches: all,
    layout: { ...layout, ...renamedPlacements(requirementIds(model), requirementIds(after.model), moved, gone) },
  };
}

function goneWith({ relations }: RequirementModel, ids: ReadonlySet<string>): ReadonlySet<string> {
  const along = relations.filter(({ id, from, to }) => [id, from, to].some((part) => ids.has(part)));
  return new Set([...ids, ...along.map(({ id }) => id)]);
}

/** Takes out what goes, and its name out of lines that list names: the whole line when all that it names go. */
function takenOut(model: RequirementModel, source: string, gone: ReadonlySet<string>): readonly TextPatch[] {
  const whole = [...model.items.filter(({ name }) => gone.has(name)), ...model.relations.filter(({ id }) => gone.has(id))];
  const listed = model.mentions.filter(({ name, list }) => list && gone.has(name));
  return [
    ...whole.map(({ range }) => wholeLine(source, range)),
    ...listed.flatMap(({ from, to, list }): readonly TextPatch[] => {
      const along = listed.filter((other) => other.list?.range.from === list?.range.from);
      if (!list || along.length < list.names) {
        const after = /^\s*,\s*/.exec(source.slice(to))?.[0];
        if (after !== undefined) return [{ from, to: to + after.length, insert: '' }];
        return [{ from: from - (/,\s*$/.exec(source.slice(0, from))?.[0].length ?? 0), to, insert: '' }];
      }
      return along[0]?.from === from ? [wholeLine(source, list.range)] : [];
    }),
  ];
}

function change(model: RequirementModel, block: Block, id: string, said: ShapeChange): Patches {
  if (id === titleId && Object.keys(said).every((key) => key === 'text')) return retitle(block.source, said.text ?? '');
  const relation = model.relations.find((candidate) => candidate.id === id);
  if (relation) return changeRelation(model, block, relation, said);
  const item = model.items.find(({ name }) => name === id);
  return item
    ? changeItem(model, block.source, item, said)
    : { refused: 'Mermaid knows no styles for this part of a requirement diagram.' };
}

/** Another kind of relation, or other ends. */
function changeRelation(model: RequirementModel, block: Block, relation: Relation, said: ShapeChange): Patches {
  if (Object.keys(said).some((key) => !['text', 'start', 'end'].includes(key))) {
    return { refused: 'Mermaid knows no styles for the relations of a requirement diagram.' };
  }
  const patches: TextPatch[] = [];
  if (said.text !== undefined) {
    const type = relationType((said.text ?? '').replace(/[«»<>]/g, ''));
    if (!type) return { refused: `A relation is one of ${relationTypes.join(', ')}.` };
    if (type !== relation.type) patches.push({ ...relation.typeRange, insert: type });
  }
  for (const [terminal, before, range] of [
    [said.start, relation.from, relation.fromRange],
    [said.end, relation.to, relation.toRange],
  ] as const) {
    if (!terminal || terminal.shape_id === `${block.id}/${before}`) continue;
    const name = nameAt(model, block, terminal);
    if (name === undefined) return { refused: 'A relation joins two requirements or elements of its own diagram.' };
    patches.push({ ...range, insert: nameSource(name) });
  }
  return patches;
}

function nameAt({ items }: RequirementModel, block: Block, { shape_id }: Terminal): string | undefined {
  return items.find(({ name }) => shape_id === `${block.id}/${name}`)?.name;
}
