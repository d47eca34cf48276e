/** Opens a link of the board in a window of its own, which cannot reach back into this one. */
export function openLink(href: string): void {
  if (/^(https?:\/\/|mailto:)/i.test(href)) window.open(href, '_blank', 'noopener,noreferrer');
}
