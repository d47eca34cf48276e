import type { ShapeDefinition } from '../shape-definition.ts';
import type { Command } from './command.ts';

/** Picking each tool: selecting, the hand, and one for every shape kind that can be drawn. */
export function toolCommands(shapes: readonly ShapeDefinition[]): Command[] {
  const drawing = shapes
    .flatMap(({ type, tool }) => (tool ? [{ type, tool }] : []))
    .sort((a, b) => a.tool.rank - b.tool.rank)
    .map(({ type, tool }) => pick(type, tool.label, tool.key, true));
  return [pick('select', 'Select', 'v', false), pick('lasso', 'Lasso', 'shift+l', false), pick('hand', 'Hand', 'h', false), ...drawing];
}

function pick(tool: string, label: string, key: string | undefined, draws: boolean): Command {
  return {
    id: `tool_${tool}`,
    label: `${label} tool`,
    group: 'tools',
    keys: key === undefined ? [] : [key],
    enabled: (editor) => !(draws && editor.readOnly),
    run: (editor) => editor.setTool(tool),
  };
}
