'use client';
import { Slider as Primitive } from 'radix-ui';

export function Slider({
  label,
  value,
  min,
  max,
  step,
  onChange,
  onCommit,
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
  onCommit?: () => void;
}) {
  return (
    <Primitive.Root
      value={[value]}
      min={min}
      max={max}
      step={step}
      onValueChange={([next]) => {
        if (next !== undefined) onChange(next);
      }}
      {...(onCommit ? { onValueCommit: onCommit } : {})}
      className="relative flex h-8 w-full touch-none select-none items-center"
    >
      <Primitive.Track className="relative h-1 grow rounded-full bg-line">
        <Primitive.Range className="absolute h-full rounded-full bg-accent" />
      </Primitive.Track>
      <Primitive.Thumb aria-label={label} className="block size-4 rounded-full border border-line-strong bg-white shadow-raised" />
    </Primitive.Root>
  );
}
