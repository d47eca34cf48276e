'use client';
import type { Shape } from '@autograph/document';
import type { Targets } from '@autograph/editor';
import { Link2, Link2Off } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { useViewPreferences } from '@/features/canvas/view-preferences.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { NumberField } from './number-field.tsx';
import { Section } from './section.tsx';
import { sharedValue } from './shared-values.ts';

/** Where more shapes than this are dragged, the panel tells their place when they have been let go of. */
const mostFollowed = 100;

const turn = (degrees: number) => ((degrees % 360) + 360) % 360;

/** Where the selection is, how large, and how it is turned. */
export function PlaceSection({ targets, resizable, rotatable }: { targets: Targets; resizable: boolean; rotatable: boolean }) {
  const { shapes, placeable, change, changeEach, resizeEach, preview } = targets;
  const { keepRatio, set } = useViewPreferences();
  const { editor } = useFileSession();
  const move = useEditorValue(editor, ['overlay'], ({ transient }) => transient);
  const isMoving = (shape: Shape) => (move && move.ids.length <= mostFollowed && move.ids.includes(shape.id)) === true;
  const value = (read: (shape: Shape) => number) => sharedValue(shapes, read);
  const place = (key: 'x' | 'y', by: 'dx' | 'dy', letter: string) => (
    <NumberField
      letter={letter}
      label={`${letter}, px`}
      value={value((shape) => shape[key] + (isMoving(shape) ? (move?.[by] ?? 0) : 0))}
      onChange={(number) => changeEach(() => ({ [key]: number }))}
      onScrub={(number) => preview(number === null ? null : { [key]: number })}
    />
  );
  const size = (key: 'w' | 'h', other: 'w' | 'h', letter: string, label: string) => (
    <NumberField
      letter={letter}
      label={`${label}, px`}
      min={1}
      value={value((shape) => shape[key])}
      onChange={(number) =>
        resizeEach((shape) => ({ [key]: number, ...(keepRatio && shape[key] > 0 && { [other]: (shape[other] * number) / shape[key] }) }))
      }
      onScrub={(number) => preview(number === null ? null : { [key]: number })}
    />
  );
  if (!placeable && !resizable && !rotatable) return null;
  return (
    <Section title="Position and size">
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-2">
        {placeable ? (
          <>
            {place('x', 'dx', 'X')}
            {place('y', 'dy', 'Y')}
            <span className="w-7 pointer-coarse:w-11" />
          </>
        ) : null}
        {resizable ? (
          <>
            {size('w', 'h', 'W', 'Width')}
            {size('h', 'w', 'H', 'Height')}
            <IconButton label="Keep proportions" size="icon-sm" aria-pressed={keepRatio} onClick={() => set({ keepRatio: !keepRatio })}>
              {keepRatio ? <Link2 /> : <Link2Off />}
            </IconButton>
          </>
        ) : null}
        {rotatable ? (
          <NumberField
            letter="°"
            label="Rotation, degrees"
            value={value((shape) => shape.rotation)}
            onChange={(number) => change({ rotation: turn(number) })}
            onScrub={(number) => preview(number === null ? null : { rotation: turn(number) })}
          />
        ) : null}
      </div>
    </Section>
  );
}
