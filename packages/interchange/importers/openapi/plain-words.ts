/** A text without what ends or opens something in Mermaid, on one line, cut when long. */
export function plainWords(text: string, most = 80): string {
  const words = text
    .slice(0, 4 * most)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/["`\\]/g, "'")
    .replace(/[;#]/g, ',')
    .replace(/[<>~@]/g, '')
    .replace(/%{2,}/g, '%')
    .trim();
  return [...words].length > most ? `${[...words].slice(0, most - 1).join('')}…` : words;
}
