/** A download's Content-Disposition (RFC 6266): the title without what file systems refuse, in UTF-8 with an ASCII stand-in. */
export function contentDisposition(title: string, extension: string): string {
  const safe =
    title
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 120) || 'diagram';
  const ascii =
    safe
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]+/g, '')
      .trim() || 'diagram';
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}.${extension}"; filename*=UTF-8''${encoded}.${extension}`;
}
