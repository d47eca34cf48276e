'use client';
import { Check, ChevronDown } from 'lucide-react';
import { Select as Primitive } from 'radix-ui';
import { cn } from '@/lib/cn.ts';
import { inputClass } from './input.tsx';
import { menuClass, menuItemClass } from './menu-styles.ts';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Said quietly beside it in the list. */
  readonly note?: string;
}

/** A choice of a few; `value` undefined shows the placeholder (mixed). */
export function Select<V extends string>({
  label,
  value,
  options,
  onChange,
  placeholder,
  className,
}: {
  label: string;
  value: V | undefined;
  options: readonly SelectOption<V>[];
  onChange: (value: V) => void;
  placeholder?: string;
  className?: string;
}) {
  const pick = (picked: string) => {
    const option = options.find((candidate) => candidate.value === picked);
    if (option) onChange(option.value);
  };
  return (
    <Primitive.Root value={value ?? ''} onValueChange={pick}>
      <Primitive.Trigger aria-label={label} className={cn(inputClass, 'flex items-center justify-between gap-1', className)}>
        <span className="truncate">
          <Primitive.Value placeholder={placeholder} />
        </span>
        <ChevronDown className="size-3.5 shrink-0 text-ink-faint" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(menuClass, 'min-w-(--radix-select-trigger-width)')}
        >
          <Primitive.Viewport>
            {options.map((option) => (
              <Primitive.Item key={option.value} value={option.value} className={menuItemClass}>
                <span className="flex-1">
                  <Primitive.ItemText>{option.label}</Primitive.ItemText>
                  {option.note ? <span className="ml-2 text-ink-faint text-xs">{option.note}</span> : null}
                </span>
                <Primitive.ItemIndicator>
                  <Check />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
