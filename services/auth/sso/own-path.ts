/** A page of this instance out of what a request asks to be sent to; the start page for everything else. */
export function ownPath(asked: string | undefined, publicUrl: string): string {
  const { origin } = new URL(publicUrl);
  if (!asked || !URL.canParse(asked, origin)) return '/';
  const url = new URL(asked, origin);
  // A path that begins with two slashes would be read as the name of another host.
  return url.origin === origin ? `${url.pathname.replace(/^\/+/, '/')}${url.search}${url.hash}` : '/';
}
