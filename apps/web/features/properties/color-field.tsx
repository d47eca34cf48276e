'use client';
import { type Color, paletteColors } from '@autograph/document';
import { Ban } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { usePreferredTheme } from '@/features/canvas/use-board-theme.ts';
import { cn } from '@/lib/cn.ts';
import { CustomColor } from './custom-color.tsx';
import type { Shared } from './shared-values.ts';
import { swatch } from './swatch.ts';

/** The palette, a colour of one's own, and nothing where that is allowed. Where shapes differ none is marked. */
export function ColorField({
  label,
  value,
  none,
  tone,
  onChange,
  onPreview,
}: {
  label: string;
  value: Shared<Color | 'none'>;
  /** Whether there may be no colour at all. */
  none?: boolean;
  tone: 'stroke' | 'solid' | 'soft';
  onChange: (value: Color | 'none') => void;
  /** Shows a colour that is passed on the way to another; null ends that. */
  onPreview: (value: Color | null) => void;
}) {
  const theme = usePreferredTheme();
  const paint = (color: Color) => (tone === 'stroke' ? theme.stroke(color) : theme.fill(color, tone));
  const custom = value.value === 'none' ? undefined : value.value;
  const pick = (picked: string) => {
    const color = paletteColors.find((name) => name === picked);
    if (color) onChange(color);
  };
  return (
    <div className="flex flex-wrap items-center gap-1 pointer-coarse:gap-3">
      <ToggleGroup.Root
        type="single"
        aria-label={value.mixed ? `${label}, mixed` : label}
        value={value.value ?? ''}
        onValueChange={pick}
        className="flex flex-wrap gap-1 pointer-coarse:gap-3"
      >
        {paletteColors.map((color) => (
          <Tooltip key={color} label={color.charAt(0).toUpperCase() + color.slice(1)}>
            <span className="inline-flex">
              <ToggleGroup.Item
                value={color}
                aria-label={color}
                className={cn(swatch, value.mixed && 'opacity-60')}
                style={{ background: paint(color) }}
              />
            </span>
          </Tooltip>
        ))}
      </ToggleGroup.Root>
      <CustomColor label={label} value={custom} onChange={onChange} onPreview={onPreview} />
      {none ? (
        <Tooltip label="None">
          <button
            type="button"
            aria-label={`${label}: none`}
            aria-pressed={value.value === 'none'}
            onClick={() => onChange('none')}
            className={cn(swatch, 'text-ink-faint')}
          >
            <Ban />
          </button>
        </Tooltip>
      ) : null}
      {value.mixed ? <span className="text-ink-faint text-xs">Mixed</span> : null}
    </div>
  );
}
