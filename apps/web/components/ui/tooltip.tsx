'use client';
import { Tooltip as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Keys } from './keys.tsx';

export const TooltipProvider = Primitive.Provider;

export function Tooltip({
  label,
  keys,
  side = 'bottom',
  children,
}: {
  label: ReactNode;
  keys?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  children: ReactNode;
}) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="tooltip z-50 flex animate-appear items-center gap-2 rounded-md bg-ink px-2 py-1 text-ground text-xs shadow-raised"
        >
          {label}
          {keys ? <Keys keys={keys} className="border-transparent bg-transparent px-0 text-ground opacity-70" /> : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
