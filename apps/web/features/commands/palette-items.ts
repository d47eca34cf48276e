import type { Diagram } from '@autograph/contracts/diagrams.ts';
import type { Editor } from '@autograph/editor';
import { downloadExport, exportChoices } from '@/features/file/export-file.ts';
import { usePanes } from '@/features/file/panes.ts';
import { insertDiagram } from '@/features/insert/insert.ts';
import { templates } from '@/features/insert/templates.ts';
import { useTheme } from '@/lib/theme.ts';

export interface PaletteItem {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

const groupNames: Readonly<Record<string, string>> = {
  edit: 'Edit',
  select: 'Select',
  arrange: 'Arrange',
  text: 'Text',
  view: 'View',
  tools: 'Tools',
};

/** Everything that can be done now: the editor's commands, and those of the page around it. */
export function paletteItems(editor: Editor, file: Diagram, open: (path: string) => void): readonly PaletteItem[] {
  const { set, offerCode, view } = usePanes.getState();
  const show = (id: string, label: string, change: Parameters<typeof set>[0], keys?: string): PaletteItem => ({
    id,
    group: 'Show',
    label,
    keys,
    run: () => set(change),
  });
  const { setAppearance, dark } = useTheme.getState();
  return [
    ...(editor.readOnly
      ? []
      : [
          { id: 'ai', group: 'Create', label: 'Generate with AI …', run: () => set({ prompt: true, view: 'canvas' }) },
          ...templates.map(({ label, source }) => ({
            id: `insert-${label}`,
            group: 'Create',
            label: `Insert ${label.toLowerCase()}`,
            run: () => {
              insertDiagram(editor, source);
              offerCode();
            },
          })),
        ]),
    ...editor.commands
      .filter((command) => command.enabled(editor))
      .map(({ id, group, label, keys }) => ({
        id,
        group: groupNames[group] ?? group,
        label,
        keys: keys[0],
        run: () => void editor.run(id),
      })),
    show('view-note', 'Note', { view: 'note' }),
    show('view-both', 'Note and canvas', { view: 'both' }),
    show('view-canvas', 'Canvas', { view: 'canvas' }),
    show('view-code', 'Code', { code: true, view: view === 'note' ? 'canvas' : view }),
    show('shortcuts', 'Keyboard shortcuts', { shortcuts: true }, '?'),
    ...exportChoices.map((choice) => ({
      id: `export-${choice.format}`,
      group: 'Export',
      label: choice.label,
      run: () => void downloadExport(file, choice),
    })),
    {
      id: 'appearance',
      group: 'AutoGraph',
      label: dark ? 'Light appearance' : 'Dark appearance',
      run: () => setAppearance(dark ? 'light' : 'dark'),
    },
    { id: 'files', group: 'AutoGraph', label: 'All files', run: () => open('/') },
    { id: 'settings', group: 'AutoGraph', label: 'Settings', run: () => open('/settings') },
  ];
}
