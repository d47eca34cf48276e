import type { Path } from '@autograph/geometry';
import { formatNumber } from './svg-text.ts';

/** A path as SVG's `d` attribute, horizontal and vertical lines in their short form. */
export function pathData(path: Path): string {
  let [x, y] = ['', ''];
  let data = '';
  for (const [letter, ...numbers] of path) {
    const digits = numbers.map(formatNumber);
    const [nextX = x, nextY = y] = digits.slice(-2);
    if (letter === 'L' && nextY === y) data += `H${nextX}`;
    else if (letter === 'L' && nextX === x) data += `V${nextY}`;
    else data += letter + join(digits);
    [x, y] = [nextX, nextY];
    if (letter === 'Z') [x, y] = ['', ''];
  }
  return data;
}

/** Numbers need a space between them only where no minus sign parts them. */
function join(digits: readonly string[]): string {
  return digits.map((digit, i) => (i === 0 || digit.startsWith('-') ? digit : ` ${digit}`)).join('');
}
