/** What the pages around the board do by key; each page says how. */
export const pageActions = [
  { id: 'commands', label: 'Commands', group: 'page', place: 'file', keys: ['mod+k'] },
  { id: 'shortcuts', label: 'Keyboard shortcuts', group: 'page', place: 'everywhere', keys: ['?', 'mod+?'] },
  { id: 'insert', label: 'Insert by name', group: 'page', place: 'file', keys: ['/'] },
  { id: 'icons', label: 'Icon library', group: 'page', place: 'file', keys: ['i'] },
  { id: 'save', label: 'Save now', group: 'page', place: 'file', keys: ['mod+s'] },
  { id: 'next_area', label: 'Go to the next area of the page', group: 'page', place: 'file', keys: ['F6'] },
  { id: 'previous_area', label: 'Go to the previous area of the page', group: 'page', place: 'file', keys: ['shift+F6'] },
  { id: 'show_note', label: 'Note', group: 'page', place: 'file', keys: [] },
  { id: 'show_both', label: 'Note and canvas', group: 'page', place: 'file', keys: [] },
  { id: 'show_canvas', label: 'Canvas', group: 'page', place: 'file', keys: [] },
  { id: 'show_code', label: 'Code', group: 'page', place: 'file', keys: [] },
  { id: 'find', label: 'Find on the canvas', group: 'view', place: 'board', keys: ['mod+f'] },
  { id: 'layers', label: 'Layers', group: 'view', place: 'file', keys: ['mod+alt+l'] },
  { id: 'minimap', label: 'Mini-map', group: 'view', place: 'file', keys: [] },
  { id: 'present', label: 'Present', group: 'view', place: 'file', keys: ['mod+alt+p'] },
  { id: 'bare', label: 'Hide the interface', group: 'view', place: 'file', keys: ['mod+.'] },
  { id: 'full_screen', label: 'Full screen', group: 'view', place: 'file', keys: ['F11'] },
  { id: 'files_search', label: 'Search files', group: 'files', place: 'files', keys: ['/'] },
  { id: 'files_refresh', label: 'Refresh the list of files', group: 'files', place: 'files', keys: ['r'] },
] as const;

export type PageActionId = (typeof pageActions)[number]['id'];
