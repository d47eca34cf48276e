'use client';
import { Slider as Primitive } from 'radix-ui';

/** A value in a range; `onChange` while it moves, `onCommit` when it is let go. */
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
  onCommit: (value: number) => void;
}) {
  const tell =
    (listener: (value: number) => void) =>
    ([next]: number[]) => {
      if (next !== undefined) listener(next);
    };
  return (
    <Primitive.Root
      value={[value]}
      min={min}
      max={max}
      step={step}
      onValueChange={tell(onChange)}
      onValueCommit={tell(onCommit)}
      className="relative flex h-8 pointer-coarse:h-11 w-full touch-none select-none items-center"
    >
      <Primitive.Track className="relative h-1 grow rounded-full bg-line">
        <Primitive.Range className="absolute h-full rounded-full bg-accent" />
      </Primitive.Track>
      <Primitive.Thumb
        aria-label={label}
        className="block size-4 pointer-coarse:size-6 rounded-full border border-line-strong bg-white shadow-raised"
      />
    </Primitive.Root>
  );
}
