/** The numbers and signs of a sum; null when there is anything else. */
function tokens(text: string): readonly (number | string)[] | null {
  const found: (number | string)[] = [];
  let rest = text.replaceAll(',', '.').trim();
  while (rest !== '') {
    const [token] = rest.match(/^(\d+\.?\d*|\.\d+|[-+*/()])/) ?? [];
    if (token === undefined) return null;
    found.push(/\d/.test(token) ? Number(token) : token);
    rest = rest.slice(token.length).trimStart();
  }
  return found;
}

/**
 * The value of a number or a sum such as `100+20`, `(3+4)*2`; one that begins with `*`, `/` or `+` goes on from `current`.
 * Undefined when it is none, or has no finite value.
 */
export function evaluate(text: string, current?: number): number | undefined {
  const parts = tokens(text);
  if (!parts || parts.length === 0) return undefined;
  const goesOn = parts[0] === '*' || parts[0] === '/' || parts[0] === '+';
  if (goesOn && current === undefined) return undefined;
  const queue = goesOn && current !== undefined ? [current, ...parts] : [...parts];
  const sign = (...signs: readonly string[]) => {
    const [next] = queue;
    if (typeof next !== 'string' || !signs.includes(next)) return undefined;
    queue.shift();
    return next;
  };
  const factor = (): number => {
    if (sign('-')) return -factor();
    if (sign('(')) {
      const inner = sum();
      return sign(')') ? inner : Number.NaN;
    }
    const value = queue.shift();
    return typeof value === 'number' ? value : Number.NaN;
  };
  const product = (): number => {
    let value = factor();
    for (let by = sign('*', '/'); by; by = sign('*', '/')) value = by === '*' ? value * factor() : value / factor();
    return value;
  };
  const sum = (): number => {
    let value = product();
    for (let by = sign('+', '-'); by; by = sign('+', '-')) value = by === '+' ? value + product() : value - product();
    return value;
  };
  const value = sum();
  return queue.length === 0 && Number.isFinite(value) ? value : undefined;
}
