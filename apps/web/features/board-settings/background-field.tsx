'use client';
import type { Color } from '@autograph/document';
import { Check } from 'lucide-react';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { usePreferredTheme } from '@/features/canvas/use-board-theme.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { CustomColor } from '@/features/properties/custom-color.tsx';

const backgrounds: readonly { readonly label: string; readonly color: Color }[] = [
  { label: 'White', color: '#ffffff' },
  { label: 'Light grey', color: '#f1f3f5' },
  { label: 'Paper', color: '#fbf5e6' },
  { label: 'Blueprint', color: '#12305c' },
  { label: 'Dark', color: '#1e2128' },
];

const tile =
  'grid h-8 pointer-coarse:h-11 w-full place-items-center rounded-md border border-line aria-pressed:outline-2 aria-pressed:outline-accent [&_svg]:size-4';

/** What everyone sees behind the shapes. */
export function BackgroundField() {
  const { editor } = useFileSession();
  const theme = usePreferredTheme();
  const { background } = editor.board;
  const own = background !== undefined && !backgrounds.some(({ color }) => color === background) ? background : undefined;
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-6 gap-1.5">
        {[{ label: 'As the theme', color: undefined }, ...backgrounds].map(({ label, color }) => (
          <Tooltip key={label} label={label}>
            <button
              type="button"
              aria-label={`Background: ${label.toLowerCase()}`}
              aria-pressed={background === color}
              onClick={() => editor.changeBoard({ background: color ?? null })}
              className={tile}
              style={{ background: color ?? theme.background, color: color === '#12305c' || color === '#1e2128' ? '#ffffff' : '#1d2330' }}
            >
              {background === color ? <Check /> : null}
            </button>
          </Tooltip>
        ))}
      </div>
      <div className="flex items-center gap-2">
        <CustomColor label="Background" value={own} onChange={(color) => editor.changeBoard({ background: color })} />
        <span className="text-ink-soft">{own ?? 'Custom colour'}</span>
      </div>
    </div>
  );
}
