'use client';
import { Settings2 } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover.tsx';
import { Segmented } from '@/components/ui/segmented.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { type BoardAppearance, useViewPreferences } from '@/features/canvas/view-preferences.ts';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorVersion } from '@/features/file/use-editor-version.ts';
import { NumberField } from '@/features/properties/number-field.tsx';
import { Section } from '@/features/properties/section.tsx';
import { BackgroundField } from './background-field.tsx';

const appearances: readonly { readonly value: BoardAppearance; readonly label: string }[] = [
  { value: 'app', label: 'As the app' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

function Settings() {
  const { editor } = useFileSession();
  useEditorVersion(editor, 'document', 'settings');
  const { appearance, minimap, set } = useViewPreferences();
  const { settings } = editor;
  const keysOf = useKeysOf();
  return (
    <>
      {editor.readOnly ? null : (
        <Section title="Background, for everyone">
          <BackgroundField />
        </Section>
      )}
      <Section title="Appearance of the board, for you">
        <Segmented
          label="Appearance of the board"
          value={appearance}
          segments={appearances}
          onChange={(next) => set({ appearance: next })}
        />
      </Section>
      <Section title="Grid and helpers, for you">
        <div className="grid grid-cols-[1fr_4.5rem] items-center gap-3">
          <Switch label="Grid" keys={keysOf('toggle_grid')} checked={settings.grid} onChange={(grid) => editor.changeSettings({ grid })} />
          <NumberField
            letter="#"
            label="Grid size, px"
            min={5}
            max={200}
            value={{ mixed: false, value: settings.gridSize }}
            onChange={(gridSize) => editor.changeSettings({ gridSize })}
          />
        </div>
        <Switch
          label="Snap to the grid"
          keys={keysOf('toggle_snap')}
          checked={settings.snapToGrid}
          onChange={(snapToGrid) => editor.changeSettings({ snapToGrid })}
        />
        <Switch
          label="Snap to shapes"
          checked={settings.snapToShapes}
          onChange={(snapToShapes) => editor.changeSettings({ snapToShapes })}
        />
        <Switch
          label="Rulers"
          keys={keysOf('toggle_rulers')}
          checked={settings.rulers}
          onChange={(rulers) => editor.changeSettings({ rulers })}
        />
        <Switch label="Mini-map" checked={minimap} onChange={(shown) => set({ minimap: shown })} />
      </Section>
    </>
  );
}

/** How the board looks: what everyone shares, and what is this person's own. */
export function BoardSettings() {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <IconButton label="Board settings" size="icon-sm" side="top">
          <Settings2 />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent
        aria-label="Board settings"
        align="start"
        // The first colour's tooltip would cover the others.
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
        }}
        className="scroll-quiet max-h-(--radix-popover-content-available-height) w-72 pointer-coarse:w-80 overflow-y-auto p-0"
      >
        <Settings />
      </PopoverContent>
    </Popover>
  );
}
