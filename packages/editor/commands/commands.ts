import type { ShapeDefinition } from '../shape-definition.ts';
import { alignCommands } from './align.ts';
import type { Command } from './command.ts';
import { connectCommands } from './connect.ts';
import { deleteSelection } from './delete-selection.ts';
import { distributeCommands } from './distribute.ts';
import { drawHere } from './draw-here.ts';
import { duplicate } from './duplicate.ts';
import { editText } from './edit-text.ts';
import { followCommands } from './follow.ts';
import { group } from './group.ts';
import { nudgeCommands } from './nudge.ts';
import { openContainer } from './open-container.ts';
import { selectAll } from './select-all.ts';
import { selectNext, selectPrevious } from './select-next.ts';
import { startConnecting } from './start-connecting.ts';
import { editLink, textStyleCommands, toggleCode } from './text-style.ts';
import { toggleGrid, toggleSnap } from './toggle-grid.ts';
import { showAll, toggleHidden } from './toggle-hidden.ts';
import { toggleLock } from './toggle-lock.ts';
import { toolCommands } from './tools.ts';
import { transformCommands } from './transform-by-keys.ts';
import { redo, undo } from './undo.ts';
import { ungroup } from './ungroup.ts';
import { zOrderCommands } from './z-order.ts';
import { zoomCommands } from './zoom.ts';

/** Every command of an editor with these shapes; their tools bring their own keys. */
export function commandsFor(shapes: readonly ShapeDefinition[]): readonly Command[] {
  return [
    undo,
    redo,
    deleteSelection,
    duplicate,
    selectAll,
    selectNext,
    selectPrevious,
    ...followCommands,
    drawHere,
    openContainer,
    editText,
    startConnecting,
    ...textStyleCommands,
    toggleCode,
    editLink,
    group,
    ungroup,
    ...zOrderCommands,
    ...alignCommands,
    ...distributeCommands,
    ...nudgeCommands,
    ...transformCommands,
    ...connectCommands,
    toggleLock,
    toggleHidden,
    showAll,
    toggleGrid,
    toggleSnap,
    ...zoomCommands,
    ...toolCommands(shapes),
  ];
}
