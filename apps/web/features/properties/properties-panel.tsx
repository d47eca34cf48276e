'use client';
import { isRotatable, type Targets } from '@autograph/editor';
import { LockOpen, SlidersHorizontal } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Sheet } from '@/components/ui/sheet.tsx';
import { useViewPreferences } from '@/features/canvas/view-preferences.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { focusBoard } from '@/lib/focus-board.ts';
import { useMedia } from '@/lib/use-media.ts';
import { ActionsSection } from './actions-section.tsx';
import { FillSection } from './fill-section.tsx';
import { FormSection } from './form-section.tsx';
import { KindSection } from './kind-section.tsx';
import { LayoutSection } from './layout-section.tsx';
import { LineSection } from './line-section.tsx';
import { ListSections } from './list-section.tsx';
import { OpacitySection } from './opacity-section.tsx';
import { PlaceSection } from './place-section.tsx';
import { ShadowSection } from './shadow-section.tsx';
import { StrokeSection } from './stroke-section.tsx';
import { TextSection } from './text-section.tsx';
import { useCover } from './use-cover.ts';
import { useTargets } from './use-targets.ts';

function Sections({ targets }: { targets: Targets }) {
  const { editor } = useFileSession();
  const resizable = targets.shapes.every(({ type }) => editor.definition(type)?.resizable);
  const rotatable = targets.shapes.every((shape) => isRotatable(editor.definition(shape.type), shape));
  return (
    <>
      {targets.free ? null : (
        <p className="flex items-center justify-between gap-2 px-3 pt-2 text-ink-soft">
          Locked: unlock it to change it.
          {editor.readOnly ? null : (
            <Button size="sm" onClick={() => editor.run('toggle_lock')}>
              <LockOpen /> Unlock
            </Button>
          )}
        </p>
      )}
      <fieldset disabled={!targets.free} className="contents">
        {targets.stored ? <PlaceSection targets={targets} resizable={resizable} rotatable={rotatable} /> : null}
        {targets.stored ? <LayoutSection /> : null}
        <FormSection targets={targets} />
        <KindSection targets={targets} />
        <ListSections targets={targets} />
        <FillSection targets={targets} />
        <StrokeSection targets={targets} />
        <LineSection targets={targets} />
        <TextSection targets={targets} />
        <OpacitySection targets={targets} />
        <ShadowSection targets={targets} />
      </fieldset>
      {targets.stored ? <ActionsSection /> : null}
    </>
  );
}

/** How what is selected looks, or what is drawn next: beside the board, or as a sheet on a small screen. */
export function PropertiesPanel() {
  const targets = useTargets();
  const roomy = useMedia('(min-width: 900px)');
  const minimap = useViewPreferences((preferences) => preferences.minimap);
  const [sheet, setSheet] = useState(false);
  if (!targets || (!targets.stored && targets.fields.size === 0)) return null;
  if (roomy) return <SidePanel targets={targets} low={minimap} />;
  return (
    <>
      <Button onClick={() => setSheet(true)} className="absolute right-3 bottom-20 z-10 h-10 shadow-raised">
        <SlidersHorizontal /> {targets.title}
      </Button>
      <Sheet open={sheet} onOpenChange={setSheet} title={targets.title}>
        <Sections targets={targets} />
      </Sheet>
    </>
  );
}

/** `low`: something stands below it. */
function SidePanel({ targets, low }: { targets: Targets; low: boolean }) {
  const { editor } = useFileSession();
  const panel = useRef<HTMLElement>(null);
  useCover(editor, panel);
  useLayoutEffect(() => {
    const element = panel.current;
    return () => {
      if (element?.contains(document.activeElement)) focusBoard();
    };
  }, []);
  return (
    <aside
      ref={panel}
      aria-label="Properties"
      className={`scroll-quiet absolute @max-lg:hidden top-14 right-3 z-10 w-[268px] animate-appear overflow-y-auto rounded-xl border border-line bg-raised shadow-raised ${low ? 'max-h-[calc(100%-13.5rem)] @max-[75rem]:max-h-[calc(100%-17rem)] @max-4xl:max-h-[calc(100%-8rem)]' : 'max-h-[calc(100%-8rem)]'}`}
    >
      <h2 className="truncate border-line border-b px-3 py-2 font-semibold">{targets.title}</h2>
      <Sections targets={targets} />
    </aside>
  );
}
