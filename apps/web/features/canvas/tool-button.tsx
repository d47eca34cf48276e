'use client';
import { Toolbar } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';

/** A button of the toolbar. */
export function ToolButton({
  label,
  keys,
  icon,
  ...props
}: { label: string; keys?: string | undefined; icon: ReactNode } & Omit<ComponentProps<typeof Button>, 'children'>) {
  return (
    <Tooltip label={label} keys={keys} side="top">
      <Toolbar.Button asChild>
        <Button look="quiet" size="icon" aria-label={label} className="@max-lg:size-7 pointer-coarse:size-11" {...props}>
          {icon}
        </Button>
      </Toolbar.Button>
    </Tooltip>
  );
}
