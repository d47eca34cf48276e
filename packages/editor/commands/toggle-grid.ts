import type { Command } from './command.ts';

type Setting = 'grid' | 'snapToGrid' | 'rulers';

const toggle = (
  id: string,
  label: string,
  keys: readonly string[],
  setting: Setting,
  now?: readonly [on: string, off: string],
): Command => ({
  id,
  label,
  ...(now && { labelNow: ({ settings }) => (settings[setting] ? now[1] : now[0]) }),
  group: 'view',
  keys,
  enabled: () => true,
  run: (editor) => editor.changeSettings({ [setting]: !editor.settings[setting] }),
});

/** What helps with placing, each on or off. */
export const helperCommands: readonly Command[] = [
  toggle('toggle_grid', 'Show or hide the grid', ['g', "mod+'"], 'grid', ['Show the grid', 'Hide the grid']),
  toggle('toggle_snap', 'Snap to the grid', ['shift+g'], 'snapToGrid'),
  toggle('toggle_rulers', 'Show or hide the rulers', ['shift+r'], 'rulers', ['Show the rulers', 'Hide the rulers']),
];
