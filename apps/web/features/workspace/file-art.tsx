import type { DiagramType } from '@autograph/contracts/diagrams.ts';
import { seededRandom } from './seeded-random.ts';

const shapesOf = (title: string) => {
  const random = seededRandom(title);
  const columns = 2 + Math.floor(random() * 2);
  return Array.from({ length: columns }, (_, column) => {
    const rows = 1 + Math.floor(random() * 2.6);
    return Array.from({ length: rows }, (_, row) => ({
      x: 160 + (column - (columns - 1) / 2) * 84 - 28,
      y: 100 + (row - (rows - 1) / 2) * 48 - 16,
      radius: random() < 0.3 ? 16 : 5,
      strong: random() < 0.25,
    }));
  });
};

function CanvasArt({ title }: { title: string }) {
  const columns = shapesOf(title);
  return (
    <>
      {columns
        .slice(1)
        .flatMap((to, column) =>
          (columns[column] ?? []).flatMap((from) =>
            to.map((end) => (
              <path
                key={`${from.x},${from.y},${end.y}`}
                d={`M${from.x + 56} ${from.y + 16}C${from.x + 70} ${from.y + 16} ${end.x - 14} ${end.y + 16} ${end.x} ${end.y + 16}`}
                className="fill-none stroke-line-strong opacity-60"
              />
            )),
          ),
        )}
      {columns.flat().map(({ x, y, radius, strong }) => (
        <rect
          key={`${x},${y}`}
          x={x}
          y={y}
          width="56"
          height="32"
          rx={radius}
          strokeWidth="1.5"
          className={strong ? 'fill-accent-soft stroke-accent' : 'fill-surface stroke-line-strong'}
        />
      ))}
    </>
  );
}

function NoteArt({ title }: { title: string }) {
  const random = seededRandom(title);
  return (
    <>
      <rect x="100" y="36" width="60" height="8" rx="4" className="fill-ink-soft" />
      {Array.from({ length: 7 }, (_, line) => 62 + line * 16).map((y) => (
        <rect key={y} x="100" y={y} width={60 + random() * 60} height="5" rx="2.5" className="fill-line-strong opacity-40" />
      ))}
    </>
  );
}

/** A picture for a file that has none yet, drawn from its title: the same title, the same picture. */
export function FileArt({ title, type }: { title: string; type: DiagramType }) {
  return (
    <svg viewBox="0 0 320 200" aria-hidden="true" className="size-full">
      {type === 'note' ? <NoteArt title={title} /> : <CanvasArt title={title} />}
    </svg>
  );
}
