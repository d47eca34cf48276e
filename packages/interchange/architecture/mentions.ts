export interface Mention {
  readonly host: string;
  readonly port?: string | undefined;
}

/** Names of settings whose whole value may be a host. */
const hostKey =
  /(?:host|hostname|addr|address|server|servers|endpoint|endpoints|broker|brokers|url|uri|service|upstream|origin|domain)s?$/i;

/** Settings longer than this are files, not addresses, characters. */
const longest = 20_000;

/** The hosts that a setting names: in URLs, as `host:port`, or alone where the setting's name says that it is one. */
export function hostsIn(key: string, value: string): readonly Mention[] {
  const text = value.slice(0, longest);
  const urls = [...text.matchAll(/:\/\/([^\s/?#"'<>]{1,500})/g)];
  if (urls.length > 0)
    return urls.flatMap(([, authority = '']) =>
      authority
        .slice(authority.lastIndexOf('@') + 1)
        // What ends a sentence of a settings file, as `proxy_pass http://api:3000;` does.
        .replace(/[;)\]}]+$/, '')
        .split(',')
        .flatMap((piece) => mentionIn(piece) ?? []),
    );
  return text.split(/[\s,;"']+/).flatMap((piece) => {
    const [name = '', rest] = piece.split(/=(.*)/s);
    const [place = ''] = (rest ?? name).slice((rest ?? name).lastIndexOf('@') + 1).split('/');
    const mention = mentionIn(place);
    return mention && (mention.port !== undefined || hostKey.test(rest === undefined ? key : name)) ? [mention] : [];
  });
}

function mentionIn(text: string): Mention | undefined {
  const [, host, port] = /^([A-Za-z][\w.-]*)(?::(\d{2,5}))?$/.exec(text) ?? [];
  return host === undefined ? undefined : { host, port };
}
