/** The parts of the file page between which a key goes, so that the board, which keeps Tab for its shapes, holds nobody. */
const areas = 'header, [role="application"], [role="toolbar"], aside, [role="region"][tabindex], .cm-content';
const focusable = 'button:not([disabled]), a[href], input:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

function entry(area: HTMLElement): HTMLElement | null {
  return area.matches(focusable) || area.isContentEditable ? area : area.querySelector<HTMLElement>(focusable);
}

/** Moves the focus into the next or previous area that is shown. */
export function stepAreas(by: 1 | -1): void {
  const shown = [...document.querySelectorAll<HTMLElement>(areas)].filter((area) => area.getClientRects().length > 0 && entry(area));
  const now = shown.findIndex((area) => area.contains(document.activeElement));
  const next = shown.at(now < 0 ? 0 : (now + by + shown.length) % shown.length);
  if (next) entry(next)?.focus();
}
