interface Claim {
  readonly text: string;
  readonly to: number;
}

/** In Mermaid, `direction LR` claims the whole rest of its line, whatever stands before it. Ask with rising offsets. */
export function directionsIn(text: string): (at: number) => Claim | undefined {
  const found = [...text.matchAll(/direction\s+(TB|BT|RL|LR)[^\n]*/g)].map((match) => ({
    text: match[1] ?? 'TB',
    lineStart: text.lastIndexOf('\n', match.index) + 1,
    from: match.index,
    to: match.index + match[0].length,
  }));
  let seen = 0;
  return (at) => {
    while (seen < found.length && (found[seen]?.from ?? 0) < at) seen += 1;
    const claim = found[seen];
    return claim && claim.lineStart <= at ? { text: claim.text, to: claim.to } : undefined;
  };
}
