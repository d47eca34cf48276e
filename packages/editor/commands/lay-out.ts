import type { Arrangement, Placement } from '@autograph/document';
import type { Editor } from '../editor.ts';
import { drawnThings, laidOutBlocks, layOutDiagram, layOutDrawing, placedThings, tellWhyNot } from '../lay-out.ts';
import type { Command } from './command.ts';

const arrangements: readonly { readonly arrangement: Arrangement; readonly label: string }[] = [
  { arrangement: 'layered', label: 'Lay out in layers' },
  { arrangement: 'tree', label: 'Lay out as a tree' },
  { arrangement: 'force', label: 'Lay out by forces' },
  { arrangement: 'circular', label: 'Lay out in a circle' },
];

/** Each way to lay out: diagrams keep it as theirs, drawn shapes are placed once. */
const layOutCommands: readonly Command[] = arrangements.map(({ arrangement, label }) => ({
  id: `lay_out_${arrangement}`,
  label,
  group: 'arrange',
  keys: [],
  enabled: (editor) =>
    !editor.readOnly && editor.arranger !== undefined && (laidOutBlocks(editor).length > 0 || drawnThings(editor).edges.length > 0),
  run(editor) {
    const whyNot = tellWhyNot(editor);
    for (const id of laidOutBlocks(editor)) layOutDiagram(editor, id, { arrangement }).catch(whyNot);
    if (drawnThings(editor).edges.length > 0) layOutDrawing(editor, arrangement).catch(whyNot);
  },
}));

const toggleLines: Command = {
  id: 'toggle_diagram_lines',
  label: 'Curved or square lines of the diagram',
  group: 'arrange',
  keys: [],
  enabled: (editor) => !editor.readOnly && laidOutBlocks(editor).length > 0,
  labelNow: (editor) => (areCurved(editor) ? 'Square lines' : 'Curved lines'),
  run(editor) {
    const lines = areCurved(editor) ? 'orthogonal' : 'curved';
    for (const id of laidOutBlocks(editor)) editor.changeBlockLines(id, lines);
  },
};

function areCurved(editor: Editor): boolean {
  return laidOutBlocks(editor).every((id) => editor.derivation(id)?.layout?.lines === 'curved');
}

/** Pins all when any is free, else frees all. */
const togglePin: Command = {
  id: 'toggle_pin',
  label: 'Pin or unpin',
  group: 'arrange',
  keys: ['alt+p'],
  enabled: (editor) => !editor.readOnly && placedThings(editor).length > 0,
  labelNow: (editor) => (free(editor).length > 0 ? 'Pin' : 'Unpin'),
  run(editor) {
    const loose = free(editor);
    const layouts = new Map<string, Record<string, Placement>>();
    for (const { block, node } of loose.length > 0 ? loose : placedThings(editor)) {
      const placement = editor.document.blocks.get(block)?.layout[node];
      if (!placement) continue;
      const { pinned: _, ...rest } = placement;
      layouts.set(block, { ...layouts.get(block), [node]: loose.length > 0 ? { ...rest, pinned: true } : rest });
    }
    editor.transact(() => {
      for (const [block, layout] of layouts) editor.changePlacements(block, layout);
    });
  },
};

function free(editor: Editor) {
  return placedThings(editor).filter(({ block, node }) => !editor.document.blocks.get(block)?.layout[node]?.pinned);
}

export const diagramLayoutCommands: readonly Command[] = [togglePin, ...layOutCommands, toggleLines];
