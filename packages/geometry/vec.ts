/** A point or displacement, in px. */
export interface Vec {
  readonly x: number;
  readonly y: number;
}

export function add(a: Vec, b: Vec): Vec {
  return { x: a.x + b.x, y: a.y + b.y };
}

export function subtract(a: Vec, b: Vec): Vec {
  return { x: a.x - b.x, y: a.y - b.y };
}

export function scale(a: Vec, factor: number): Vec {
  return { x: a.x * factor, y: a.y * factor };
}

/** The point at `t` of the way from `a` (0) to `b` (1). */
export function lerp(a: Vec, b: Vec, t: number): Vec {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

export function distance(a: Vec, b: Vec): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** Length 1, same direction; the zero vector gives (1, 0), so that a direction always exists. */
export function normalize(a: Vec): Vec {
  const length = Math.hypot(a.x, a.y);
  return length < 1e-9 ? { x: 1, y: 0 } : { x: a.x / length, y: a.y / length };
}

/** A quarter turn clockwise on the screen (y points down). */
export function perpendicular(a: Vec): Vec {
  return { x: -a.y, y: a.x };
}

/** Turned by `degrees` clockwise about `centre`. */
export function rotate(point: Vec, degrees: number, centre: Vec): Vec {
  if (degrees === 0) return point;
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const dx = point.x - centre.x;
  const dy = point.y - centre.y;
  return { x: centre.x + dx * cos - dy * sin, y: centre.y + dx * sin + dy * cos };
}

/** Direction of `a` in degrees clockwise from the x axis, -180..180. */
export function angle(a: Vec): number {
  return (Math.atan2(a.y, a.x) * 180) / Math.PI;
}
