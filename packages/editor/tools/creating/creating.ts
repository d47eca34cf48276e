import type { Editor } from '../../editor.ts';
import type { ShapeDefinition, ShapeTool } from '../../shape-definition.ts';
import type { ToolState } from '../tool-state.ts';
import { boxIdle } from './drawing-box.ts';
import { freehandIdle } from './drawing-freehand.ts';
import { lineIdle } from './drawing-line.ts';
import { textIdle } from './placing-text.ts';

/** The first state of a tool that draws shapes of a kind. */
export function creating(editor: Editor, definition: ShapeDefinition, gesture: ShapeTool['gesture']): ToolState {
  switch (gesture) {
    case 'box':
      return boxIdle(editor, definition);
    case 'line':
      return lineIdle(editor, definition);
    case 'freehand':
      return freehandIdle(editor, definition);
    case 'text':
      return textIdle(editor, definition);
  }
}
