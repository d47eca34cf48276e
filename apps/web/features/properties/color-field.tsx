'use client';
import { type Color, paletteColors } from '@autograph/document';
import { darkTheme, lightTheme } from '@autograph/render';
import { Ban, Pipette } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import { Input } from '@/components/ui/input.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { cn } from '@/lib/cn.ts';
import { useTheme } from '@/lib/theme.ts';
import type { Shared } from './shared-values.ts';

const cell =
  'grid size-5 place-items-center rounded-full border border-line outline-offset-2 data-[state=on]:outline-2 data-[state=on]:outline-accent data-[state=on]:outline-solid [&_svg]:size-3 pointer-coarse:size-8';
const isHex = (text: string): text is `#${string}` => /^#[0-9a-f]{6}$/i.test(text);

/** The palette, a colour of one's own, and nothing where that is allowed. */
export function ColorField({
  label,
  value,
  none,
  tone,
  onChange,
}: {
  label: string;
  value: Shared<Color | 'none'>;
  /** Whether there may be no colour at all. */
  none?: boolean;
  tone: 'stroke' | 'solid' | 'soft';
  onChange: (value: Color | 'none') => void;
}) {
  const theme = useTheme((state) => state.dark) ? darkTheme : lightTheme;
  const paint = (color: Color) => (tone === 'stroke' ? theme.stroke(color) : theme.fill(color, tone));
  const custom = value.value !== undefined && isHex(value.value) ? value.value : undefined;
  const pick = (picked: string) => {
    const color = paletteColors.find((name) => name === picked);
    if (color) onChange(color);
    if (picked === 'none') onChange('none');
  };
  return (
    <div className="flex flex-wrap items-center gap-1 pointer-coarse:gap-2">
      <ToggleGroup.Root
        type="single"
        aria-label={label}
        value={value.value ?? ''}
        onValueChange={pick}
        className="flex flex-wrap gap-1 pointer-coarse:gap-2"
      >
        {none ? (
          <Tooltip label="None">
            <span className="inline-flex">
              <ToggleGroup.Item value="none" aria-label="None" className={cn(cell, 'text-ink-faint')}>
                <Ban />
              </ToggleGroup.Item>
            </span>
          </Tooltip>
        ) : null}
        {paletteColors.map((color) => (
          <Tooltip key={color} label={color.charAt(0).toUpperCase() + color.slice(1)}>
            <span className="inline-flex">
              <ToggleGroup.Item value={color} aria-label={color} className={cell} style={{ background: paint(color) }} />
            </span>
          </Tooltip>
        ))}
      </ToggleGroup.Root>
      <CustomColor label={label} value={custom} onChange={onChange} />
      {value.mixed ? <span className="text-ink-faint text-xs">Mixed</span> : null}
    </div>
  );
}

function CustomColor({ label, value, onChange }: { label: string; value: Color | undefined; onChange: (value: Color) => void }) {
  const [draft, setDraft] = useState('');
  const keep = (text: string) => {
    const hex = text.startsWith('#') ? text : `#${text}`;
    if (isHex(hex)) onChange(hex);
  };
  return (
    <Popover onOpenChange={() => setDraft(value ?? '#')}>
      <Tooltip label="Another colour">
        <PopoverTrigger
          aria-label={`${label}: another colour`}
          data-state={value ? 'on' : 'off'}
          className={cell}
          style={{ background: value }}
        >
          {value ? null : <Pipette className="text-ink-faint" />}
        </PopoverTrigger>
      </Tooltip>
      <PopoverContent className="flex items-center gap-2">
        <input
          type="color"
          aria-label={`${label}: pick`}
          value={value ?? '#2f61e6'}
          onChange={(event) => {
            setDraft(event.target.value);
            keep(event.target.value);
          }}
          className="size-8 rounded-md border border-line bg-transparent"
        />
        <Input
          aria-label={`${label}: hex code`}
          value={draft}
          placeholder="#2f61e6"
          maxLength={7}
          onChange={(event) => {
            setDraft(event.target.value);
            keep(event.target.value);
          }}
          className="w-24 font-mono"
        />
      </PopoverContent>
    </Popover>
  );
}
