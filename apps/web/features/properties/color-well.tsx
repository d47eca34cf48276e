'use client';
import { useEffect, useRef, useState } from 'react';

/** The browser's own colour picker: `onPreview` while one drags in it (null ends that), `onCommit` for the colour it is left at. */
export function ColorWell({
  label,
  value,
  onPreview,
  onCommit,
}: {
  label: string;
  value: string;
  onPreview: (hex: string | null) => void;
  onCommit: (hex: string) => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const passing = useRef<string | null>(null);
  const settle = useRef(() => {});
  settle.current = () => {
    const { current: hex } = passing;
    if (hex === null) return;
    passing.current = null;
    setDraft(null);
    onPreview(null);
    onCommit(hex);
  };
  useEffect(() => {
    const well = input.current;
    const end = () => settle.current();
    // React takes each colour on the way for a change; the browser tells of the last one by this event.
    well?.addEventListener('change', end);
    return () => well?.removeEventListener('change', end);
  }, []);
  // Closed without a word, as when what was selected is gone.
  useEffect(() => () => settle.current(), []);
  return (
    <input
      ref={input}
      type="color"
      aria-label={label}
      value={draft ?? value}
      onChange={(event) => {
        passing.current = event.target.value;
        setDraft(event.target.value);
        onPreview(event.target.value);
      }}
      className="size-8 shrink-0 rounded-md border border-line bg-transparent p-0.5 pointer-coarse:size-11"
    />
  );
}
