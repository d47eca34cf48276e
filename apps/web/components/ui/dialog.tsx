'use client';
import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';
import { Button } from './button.tsx';

/** A modal window; on a small screen it rises from the lower edge. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  className,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Primitive.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[85dvh] animate-rise flex-col rounded-t-xl border border-line bg-raised shadow-overlay outline-none sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(32rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:animate-appear sm:rounded-xl',
            className,
          )}
        >
          <header className="py-5 pr-14 pl-6 pb-3">
            <Primitive.Title className="font-semibold text-lg">{title}</Primitive.Title>
            {description ? <Primitive.Description className="mt-1 text-ink-soft">{description}</Primitive.Description> : null}
          </header>
          <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-6 pb-6">{children}</div>
          {/* Last, so that the first thing to use gets the focus; and no tooltip, which would take the first Escape. */}
          <Primitive.Close asChild>
            <Button look="quiet" size="icon" aria-label="Close" className="absolute top-4 right-4">
              <X />
            </Button>
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
