'use client';
import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

/** A panel that rises from the lower edge of a small screen; what is behind it stays usable. `bare` content closes it itself. */
export function Sheet({
  open,
  onOpenChange,
  title,
  bare = false,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  bare?: boolean;
  children: ReactNode;
}) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Primitive.Portal>
        <Primitive.Content
          aria-describedby={undefined}
          onInteractOutside={(event) => event.preventDefault()}
          className="fixed inset-x-0 bottom-0 z-30 flex max-h-[60dvh] animate-rise flex-col rounded-t-xl border border-line bg-raised pb-[env(safe-area-inset-bottom)] shadow-overlay outline-none"
        >
          {bare ? (
            <Primitive.Title className="sr-only">{title}</Primitive.Title>
          ) : (
            <header className="flex items-center justify-between border-b px-4 py-2">
              <Primitive.Title className="font-semibold">{title}</Primitive.Title>
              <Primitive.Close asChild>
                <Button look="quiet" size="icon-lg" aria-label={`Close ${title.toLowerCase()}`} className="-mr-2">
                  <X />
                </Button>
              </Primitive.Close>
            </header>
          )}
          <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
