import type { ShapeDefinition } from '../shape-definition.ts';
import { addLine } from './add-line.ts';
import { alignCommands } from './align.ts';
import type { Command } from './command.ts';
import { connectCommands } from './connect.ts';
import { copyStyle, pasteStyle } from './copy-style.ts';
import { deleteSelection } from './delete-selection.ts';
import { distributeCommands } from './distribute.ts';
import { drawHere } from './draw-here.ts';
import { duplicate } from './duplicate.ts';
import { editText } from './edit-text.ts';
import { flipCommands } from './flip.ts';
import { followCommands } from './follow.ts';
import { fitFrame, removeFrame, toggleCollapsed } from './frame.ts';
import { group } from './group.ts';
import { guideCommands } from './guides.ts';
import { diagramLayoutCommands } from './lay-out.ts';
import { matchSizeCommands } from './match-size.ts';
import { nudgeCommands } from './nudge.ts';
import { openContainer } from './open-container.ts';
import { resizeCommands } from './resize-by-keys.ts';
import { rotateCommands } from './rotate.ts';
import { selectAll } from './select-all.ts';
import { selectByCommands } from './select-by.ts';
import { travelCommands } from './select-next.ts';
import { startConnecting } from './start-connecting.ts';
import { editLink, textStyleCommands, toggleCode } from './text-style.ts';
import { tidyUp } from './tidy-up.ts';
import { toCode, toShapes } from './to-code.ts';
import { helperCommands } from './toggle-grid.ts';
import { showAll, toggleHidden } from './toggle-hidden.ts';
import { toggleLock } from './toggle-lock.ts';
import { toolCommands } from './tools.ts';
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
    copyStyle,
    pasteStyle,
    selectAll,
    ...followCommands,
    drawHere,
    openContainer,
    ...selectByCommands,
    ...travelCommands,
    editText,
    addLine,
    startConnecting,
    ...textStyleCommands,
    toggleCode,
    editLink,
    toCode,
    toShapes,
    group,
    ungroup,
    ...zOrderCommands,
    ...alignCommands,
    ...distributeCommands,
    tidyUp,
    ...diagramLayoutCommands,
    ...matchSizeCommands,
    ...flipCommands,
    ...rotateCommands,
    ...nudgeCommands,
    ...resizeCommands,
    ...connectCommands,
    toggleCollapsed,
    fitFrame,
    removeFrame,
    toggleLock,
    toggleHidden,
    showAll,
    ...helperCommands,
    ...guideCommands,
    ...zoomCommands,
    ...toolCommands(shapes),
  ];
}
