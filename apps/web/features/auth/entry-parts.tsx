'use client';
import type { ReactNode } from 'react';

/** The head of a page at the door. */
export function EntryHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header>
      <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
      {children ? <p className="mt-1 text-base text-ink-soft">{children}</p> : null}
    </header>
  );
}

/** The quiet line under a form of the door. */
export const EntryFooter = ({ children }: { children: ReactNode }) => <p className="text-center text-ink-soft">{children}</p>;
