'use client';
import { useRef } from 'react';

/** The name of a layer being written: Enter or leaving gives it, Escape gives null. Once. */
export function NameField({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const settled = useRef(false);
  // Giving the focus back takes the field away, which leaves it once more.
  const settle = (given: string | null) => {
    if (settled.current) return;
    settled.current = true;
    onDone(given);
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the person asked for it by double click or F2
      autoFocus
      aria-label="Name of the layer"
      defaultValue={name}
      maxLength={1000}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => settle(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') settle(event.currentTarget.value);
        if (event.key === 'Escape') settle(null);
      }}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      className="h-6 min-w-0 flex-1 rounded-sm border border-accent bg-raised px-1 text-ink text-sm outline-none"
    />
  );
}
