'use client';
import type { Color } from '@autograph/document';
import { Palette, Pipette } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { useViewPreferences } from '@/features/canvas/view-preferences.ts';
import { ColorWell } from './color-well.tsx';
import { pickFromScreen } from './eye-dropper.ts';
import { swatch } from './swatch.ts';

const isHex = (text: string): text is `#${string}` => /^#[0-9a-f]{6}$/i.test(text);

/** A colour as someone may type it: with or without #, three digits or six. */
function readHex(text: string): `#${string}` | undefined {
  const digits = text.trim().replace(/^#/, '').toLowerCase();
  const hex = `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
  return isHex(hex) ? hex : undefined;
}

/** A colour of one's own: by hex code, by eye, from the screen, or one used lately. */
export function CustomColor({
  label,
  value,
  onChange,
  onPreview,
}: {
  label: string;
  value: Color | undefined;
  onChange: (value: Color) => void;
  /** Shows a colour that is passed on the way to another; null ends that. */
  onPreview?: (value: Color | null) => void;
}) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState('');
  const { recentColors, rememberColor } = useViewPreferences();
  const custom = value !== undefined && isHex(value) ? value : undefined;
  const picked = useRef<Color | null>(null);
  const pick = (hex: string | undefined) => {
    if (hex === undefined || !isHex(hex)) return;
    picked.current = hex;
    setDraft(hex);
    onChange(hex);
  };
  const preview = (hex: string | null) => {
    if (hex === null || isHex(hex)) onPreview?.(hex);
  };
  const type = (text: string) => {
    setDraft(text);
    // Three digits may be the beginning of six.
    if (text.replace('#', '').length === 6) pick(readHex(text));
  };
  const change = (next: boolean) => {
    const last = picked.current ?? custom;
    picked.current = null;
    if (next) setDraft(custom ?? '');
    else if (last) rememberColor(last);
    setOpen(next);
  };
  return (
    <Popover open={open} onOpenChange={change}>
      <Tooltip label="Custom colour">
        <PopoverTrigger
          aria-label={`${label}: custom colour`}
          data-state={custom ? 'on' : 'off'}
          className={swatch}
          style={{ background: custom }}
        >
          {custom ? null : <Palette className="text-ink-faint" />}
        </PopoverTrigger>
      </Tooltip>
      <PopoverContent aria-label={`${label}: custom colour`} className="grid w-56 gap-2">
        <div className="flex items-center gap-1">
          <ColorWell label={`${label}: pick`} value={custom ?? '#2f61e6'} onPreview={preview} onCommit={pick} />
          <Input
            aria-label={`${label}: hex code`}
            value={draft}
            placeholder="#3498db"
            maxLength={7}
            onChange={(event) => type(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              const hex = readHex(draft);
              if (hex) rememberColor(hex);
              pick(hex);
              setOpen(false);
            }}
            className="font-mono"
          />
          {pickFromScreen ? (
            <IconButton label="Pick from the screen" onClick={() => void pickFromScreen?.().then((hex) => hex && pick(hex))}>
              <Pipette />
            </IconButton>
          ) : null}
        </div>
        {recentColors.length > 0 ? (
          <section aria-label="Recent colours" className="grid gap-1.5">
            <h4 className="text-ink-faint text-xs">Recent</h4>
            <div className="flex flex-wrap gap-1.5 pointer-coarse:gap-3">
              {recentColors.map((color) => (
                <button
                  key={color}
                  type="button"
                  aria-label={color}
                  title={color}
                  onClick={() => pick(color)}
                  className={swatch}
                  style={{ background: color }}
                />
              ))}
            </div>
          </section>
        ) : null}
      </PopoverContent>
    </Popover>
  );
}
