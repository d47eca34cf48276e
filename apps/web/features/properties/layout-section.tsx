'use client';
import { type Arrangement, type LineStyle, sameJson } from '@autograph/document';
import { type Editor, isPinned, labelOf, laidOutBlocks, placedThings } from '@autograph/editor';
import { Pin, PinOff, Waypoints } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Segmented } from '@/components/ui/segmented.tsx';
import { Select, type SelectOption } from '@/components/ui/select.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';

const arrangements: readonly SelectOption<Arrangement>[] = [
  { value: 'layered', label: 'Layers' },
  { value: 'tree', label: 'Tree' },
  { value: 'force', label: 'Forces' },
  { value: 'circular', label: 'Circle' },
];

const lineStyles: readonly { readonly value: LineStyle; readonly label: string }[] = [
  { value: 'orthogonal', label: 'Square' },
  { value: 'curved', label: 'Curved' },
  { value: 'straight', label: 'Straight' },
];

/** How the diagrams of the selection are laid out, and whether what is selected in them may move. */
function layoutOf(editor: Editor) {
  if (editor.readOnly || !editor.arranger) return null;
  const layouts = laidOutBlocks(editor).flatMap((id) => editor.derivation(id)?.layout ?? []);
  if (layouts.length === 0) return null;
  const things = placedThings(editor);
  return {
    arrangement: sharedValue(layouts, ({ arrangement }) => arrangement).value,
    lines: sharedValue(layouts, ({ lines }) => lines).value,
    pinned: things.length > 0 && things.every(({ block, node }) => isPinned(editor, `${block}/${node}`)),
  };
}

/** The layout of the diagram that is selected or that the selection is in: its kind, its lines, tidying, pins. */
export function LayoutSection() {
  const { editor } = useFileSession();
  const layout = useEditorValue(editor, ['selection', 'document'], layoutOf, sameJson);
  if (!layout) return null;
  const { arrangement, lines, pinned } = layout;
  const button = (id: string, icon: React.ReactNode, short?: string) => {
    const command = editor.commands.find((candidate) => candidate.id === id);
    if (!command?.enabled(editor)) return null;
    return (
      <Button aria-label={labelOf(command, editor)} onClick={() => editor.run(id)}>
        {icon} {short ?? labelOf(command, editor)}
      </Button>
    );
  };
  return (
    <Section title="Layout">
      <div className="flex flex-col gap-2">
        <Select
          label="Layout"
          value={arrangement}
          placeholder="Mixed"
          options={arrangements}
          onChange={(picked) => editor.run(`lay_out_${picked}`)}
        />
        <Segmented
          label="Lines of the diagram"
          value={lines}
          segments={lineStyles}
          onChange={(picked) => {
            if (picked !== lines) for (const id of laidOutBlocks(editor)) editor.changeBlockLines(id, picked);
          }}
        />
      </div>
      <div className="grid grid-cols-2 gap-2">
        {button('tidy_up', <Waypoints />, 'Tidy')}
        {button('toggle_pin', pinned ? <PinOff /> : <Pin />)}
      </div>
    </Section>
  );
}
