import { rotate, type Vec } from './vec.ts';

/** One absolute path command, in px. The same letters as SVG's `d` attribute; arcs are written as cubics. */
export type PathCommand =
  | readonly ['M', x: number, y: number]
  | readonly ['L', x: number, y: number]
  | readonly ['Q', cx: number, cy: number, x: number, y: number]
  | readonly ['C', c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number]
  | readonly ['Z'];

export type Path = readonly PathCommand[];

/** Every point of the path, controls included, sent through `map`. */
function mapPath(path: Path, map: (x: number, y: number) => Vec): Path {
  return path.map((command) => mapCommand(command, map));
}

function mapCommand(command: PathCommand, map: (x: number, y: number) => Vec): PathCommand {
  switch (command[0]) {
    case 'Z':
      return command;
    case 'M':
    case 'L': {
      const p = map(command[1], command[2]);
      return [command[0], p.x, p.y];
    }
    case 'Q': {
      const c = map(command[1], command[2]);
      const p = map(command[3], command[4]);
      return ['Q', c.x, c.y, p.x, p.y];
    }
    case 'C': {
      const c1 = map(command[1], command[2]);
      const c2 = map(command[3], command[4]);
      const p = map(command[5], command[6]);
      return ['C', c1.x, c1.y, c2.x, c2.y, p.x, p.y];
    }
  }
}

export function translatePath(path: Path, dx: number, dy: number): Path {
  if (dx === 0 && dy === 0) return path;
  return mapPath(path, (x, y) => ({ x: x + dx, y: y + dy }));
}

/** Turned by `degrees` clockwise about `centre`. */
export function rotatePath(path: Path, degrees: number, centre: Vec): Path {
  if (degrees % 360 === 0) return path;
  return mapPath(path, (x, y) => rotate({ x, y }, degrees, centre));
}
