/** Where the keyboard is when a key is pressed. */
export type KeyPlace = 'page' | 'button' | 'own';

/** What keeps its keys: fields, lists that are stepped through by letters, and windows over the page. */
const own =
  'input, textarea, select, [contenteditable], [role="combobox"], [role="slider"], [role="tree"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="application"]';

/** What kind of place the element is that a key was pressed at. */
export function keyPlace(target: Element): KeyPlace {
  if (target === target.ownerDocument.body) return 'page';
  if (target.closest(own)) return 'own';
  return target.closest('button, a, [role="radio"]') ? 'button' : 'page';
}

/** Keys that step through the page, whatever the board does with them. */
const stepsPage: ReadonlySet<string> = new Set(['Tab', 'shift+Tab', 'F6', 'shift+F6', ' ', 'shift+ ']);

/** Keys that press a button, or step among buttons that are one choice. */
const pressesButton = /^(shift\+)?(Enter|Home|End|PageUp|PageDown|Arrow\w+)$/;

/** Whether a chord that was pressed beside the board is meant for it. */
export function boardHears(place: KeyPlace, chord: string): boolean {
  if (place === 'own' || stepsPage.has(chord)) return false;
  return place === 'page' || !pressesButton.test(chord);
}
