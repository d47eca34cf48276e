/** Characters that XML 1.0 forbids even as references: https://www.w3.org/TR/xml/#charsets */
const forbidden = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that may stand in XML content and in a double-quoted attribute. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"]/g, (char) => entities[char] ?? char);
}

/** A number in at most two decimals, without padding. */
export function formatNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) ? `${rounded === 0 ? 0 : rounded}` : '0';
}

/** The link target when following it cannot run code; undefined otherwise. */
export function safeHref(href: string): string | undefined {
  return /^(https?:\/\/|mailto:)/i.test(href.trim()) ? href.trim() : undefined;
}
