/** A page of this instance out of what a request asks to be sent to; the start page for everything else. */
export function ownPath(asked: string | undefined, publicUrl: string): string {
  const { origin } = new URL(publicUrl);
  if (!asked || !URL.canParse(asked, origin)) return '/';
  const url = new URL(asked, origin);
  return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : '/';
}
