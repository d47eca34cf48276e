'use client';
import { CodeXml, Maximize, Minimize, Presentation } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { viewActions } from '@/features/commands/view-actions.ts';
import { usePanes } from '@/features/file/panes.ts';
import { useStage } from './stage.ts';

/** Shows the board to others, fills the screen with it, opens the code beside it. */
export function CanvasActions() {
  const { code, set } = usePanes();
  const keysOf = useKeysOf();
  const fullScreen = useStage((state) => state.fullScreen);
  return (
    <div className="absolute top-3 right-3 z-10 flex items-center gap-2">
      <div className="flex items-center rounded-lg border border-line bg-raised p-0.5 shadow-raised @max-lg:hidden">
        <IconButton label="Present" keys={keysOf('present')} size="icon-sm" onClick={viewActions.present}>
          <Presentation />
        </IconButton>
        <IconButton
          label={fullScreen ? 'Leave full screen' : 'Full screen'}
          keys={keysOf('full_screen')}
          size="icon-sm"
          onClick={viewActions.full_screen}
        >
          {fullScreen ? <Minimize /> : <Maximize />}
        </IconButton>
      </div>
      {code ? null : (
        <Button aria-expanded={code} onClick={() => set({ code: true })} className="shadow-raised">
          <CodeXml /> Code
        </Button>
      )}
    </div>
  );
}
