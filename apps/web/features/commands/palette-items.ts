import type { Diagram } from '@autograph/contracts/diagrams.ts';
import type { Editor, Keymap } from '@autograph/editor';
import { downloadExport, type ExportChoice } from '@/features/file/export-file.ts';
import { usePanes } from '@/features/file/panes.ts';
import { insertDiagram } from '@/features/insert/insert.ts';
import { openInsertMenu } from '@/features/insert/open-insert-menu.ts';
import { templates } from '@/features/insert/templates.ts';
import { useTheme } from '@/lib/theme.ts';
import { type PageActionId, pageActions } from './page-actions.ts';
import { groupNames, type Shortcut } from './shortcut-table.ts';
import { showSheet } from './use-sheet.ts';
import { viewActionList } from './view-actions.ts';

export interface PaletteItem {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

/** Everything that can be done now: the editor's commands, and those of the page around it. */
export function paletteItems(
  editor: Editor,
  file: Diagram,
  {
    keymap,
    formats,
    generates,
  }: { readonly keymap: Keymap<Shortcut>; readonly formats: readonly ExportChoice[]; readonly generates: boolean },
  open: (path: string) => void,
): readonly PaletteItem[] {
  const { set, offerCode, view } = usePanes.getState();
  const page = (id: PageActionId, group: string, run: () => void): readonly PaletteItem[] =>
    pageActions.filter((action) => action.id === id).map(({ label }) => ({ id, group, label, keys: keymap.keysOf(id)[0], run }));
  const { setAppearance, dark } = useTheme.getState();
  return [
    ...(editor.readOnly
      ? []
      : [
          ...page('insert', 'Create', () => {
            if (view === 'note') set({ view: 'canvas' });
            requestAnimationFrame(() => openInsertMenu(editor, null));
          }),
          ...page('icons', 'Create', () => set({ icons: true, view: view === 'note' ? 'canvas' : view })),
          ...(generates
            ? [{ id: 'ai', group: 'Create', label: 'Generate with AI …', run: () => set({ prompt: true, view: 'canvas' }) }]
            : []),
          ...templates.map((template) => ({
            id: `insert-${template.family}-${template.label}`,
            group: 'Create',
            label: `Insert ${template.label.toLowerCase()}${template.title.slice(template.label.length)}`,
            run: () => {
              insertDiagram(editor, template);
              offerCode();
            },
          })),
        ]),
    ...editor.commands
      .filter((command) => command.enabled(editor))
      .map(({ id, group, label }) => ({
        id,
        group: groupNames[group] ?? group,
        label,
        keys: keymap.keysOf(id)[0],
        run: () => void editor.run(id),
      })),
    ...page('show_note', 'Show', () => set({ view: 'note' })),
    ...page('show_both', 'Show', () => set({ view: 'both' })),
    ...page('show_canvas', 'Show', () => set({ view: 'canvas' })),
    ...page('show_code', 'Show', () => set({ code: true, view: view === 'note' ? 'canvas' : view })),
    ...viewActionList.flatMap(({ id, run }) => page(id, 'Show', run)),
    ...page('shortcuts', 'Show', () => showSheet()),
    ...formats.map((choice) => ({
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
