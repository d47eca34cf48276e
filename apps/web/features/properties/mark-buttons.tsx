'use client';
import { sameJson, type TextMark } from '@autograph/document';
import { currentMarks, type Editor } from '@autograph/editor';
import { Bold, Code, Italic, Link, type LucideIcon, Strikethrough, Underline } from 'lucide-react';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';

const buttons: readonly { command: string; mark?: TextMark; Icon: LucideIcon }[] = [
  { command: 'toggle_bold', mark: 'bold', Icon: Bold },
  { command: 'toggle_italic', mark: 'italic', Icon: Italic },
  { command: 'toggle_underline', mark: 'underline', Icon: Underline },
  { command: 'toggle_strike', mark: 'strike', Icon: Strikethrough },
  { command: 'toggle_code', mark: 'code', Icon: Code },
  { command: 'edit_link', Icon: Link },
];

/** Of each button whether it is down, and whether it can be pressed. */
function statesOf(editor: Editor) {
  const marks = currentMarks(editor);
  return buttons.map(({ command, mark }) => ({
    pressed: mark && marks.has(mark),
    enabled: editor.commands.find(({ id }) => id === command)?.enabled(editor) ?? false,
  }));
}

/** Looks of the letters: of what is selected while writing, else of the whole text. */
export function MarkButtons() {
  const { editor } = useFileSession();
  const keysOf = useKeysOf();
  const states = useEditorValue(editor, ['editing', 'selection', 'document'], statesOf, sameJson);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label="Text style" className="inline-flex h-8 pointer-coarse:h-12 rounded-md bg-sunken p-0.5">
      {buttons.map(({ command: id, Icon }, at) => {
        const command = editor.commands.find((candidate) => candidate.id === id);
        if (!command) return null;
        return (
          <Tooltip key={id} label={command.label} keys={keysOf(id)}>
            <button
              type="button"
              aria-label={command.label}
              aria-pressed={states[at]?.pressed}
              disabled={!states[at]?.enabled}
              // The text being written keeps the focus and its selection.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => editor.run(id)}
              className="inline-flex h-7 pointer-coarse:h-11 min-w-7 pointer-coarse:min-w-11 flex-auto items-center justify-center rounded-[5px] text-ink-soft transition-colors hover:text-ink disabled:opacity-40 aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-[0_1px_2px_#0002] [&_svg]:size-4"
            >
              <Icon />
            </button>
          </Tooltip>
        );
      })}
    </div>
  );
}
