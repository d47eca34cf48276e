'use client';
import { codeColors } from '@autograph/notes/editor-theme.ts';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Segmented } from '@/components/ui/segmented.tsx';
import { type CodeTheme, codeStyle, type OwnColours, useCodeColours } from './code-colours.ts';

const themes: readonly { readonly value: CodeTheme; readonly label: string }[] = [
  { value: 'app', label: 'As the app' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'own', label: 'My own' },
];

const parts: readonly { readonly key: keyof OwnColours; readonly label: string }[] = [
  { key: 'ground', label: 'Background' },
  { key: 'names', label: 'Names' },
  { key: 'keywords', label: 'Keywords' },
  { key: 'texts', label: 'Labels' },
  { key: 'signs', label: 'Arrows and brackets' },
  { key: 'numbers', label: 'Numbers' },
  { key: 'remarks', label: 'Comments' },
];

/** Chooses the colours that code is read in. */
export function CodeColoursDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { theme, own, choose, change } = useCodeColours();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Colours of the code"
      description="Only you see them so, in every file that you open in this browser."
    >
      <div className="grid gap-4">
        <Segmented label="Colours" value={theme} segments={themes} onChange={choose} />
        {theme === 'own' ? (
          <div className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-2">
            {parts.map(({ key, label }) => (
              <label key={key} className="flex min-h-9 items-center justify-between gap-3 text-ink-soft">
                {label}
                <input
                  type="color"
                  value={own[key]}
                  onChange={(event) => change({ [key]: event.target.value })}
                  className="size-8 shrink-0 rounded-md border border-line bg-transparent p-0.5 pointer-coarse:size-11"
                />
              </label>
            ))}
          </div>
        ) : null}
        <Sample style={codeStyle({ theme, own })} />
      </div>
    </Dialog>
  );
}

function Sample({ style }: { style: ReturnType<typeof codeStyle> }) {
  const tone = (name: keyof typeof codeColors) => ({ color: codeColors[name] });
  return (
    <pre
      aria-hidden
      style={style}
      className="overflow-hidden rounded-lg border border-line p-3 font-mono text-ink text-sm [font-variant-ligatures:none]"
    >
      <span style={tone('remark')}>%% from the door to the shelf</span>
      {'\n'}
      <span style={tone('keyword')}>flowchart</span> LR{'\n'}
      {'  '}web<span style={tone('sign')}>[</span>
      <span style={tone('text')}>Web shop</span>
      <span style={tone('sign')}>] --&gt;</span> store
    </pre>
  );
}
