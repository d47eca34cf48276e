import type { Dependencies } from '@autograph/contracts/system.ts';
import { cn } from '@/lib/cn.ts';
import { HealthDot } from './health-dot.tsx';
import { nodeSize, type PlacedNode, placeNodes } from './place-nodes.ts';

const dots = { healthy: 'fill-success', unhealthy: 'fill-danger', unknown: 'fill-line-strong' } as const;

/** A curve from one node to the other: on from its right side, or around on the left when it goes back. */
function curve(from: PlacedNode, to: PlacedNode): string {
  const middle = nodeSize.height / 2;
  if (to.x === from.x) {
    const x = from.x + nodeSize.width;
    return `M ${x} ${from.y + middle} C ${x + 40} ${from.y + middle}, ${x + 40} ${to.y + middle}, ${x + 6} ${to.y + middle}`;
  }
  const back = to.x < from.x;
  const start = from.x + (back ? 0 : nodeSize.width);
  const end = to.x + (back ? nodeSize.width + 6 : -6);
  const bend = back ? -38 : 38;
  return `M ${start} ${from.y + middle} C ${start + bend} ${from.y + middle}, ${end - bend} ${to.y + middle}, ${end} ${to.y + middle}`;
}

/** A service with how it does. */
function Named({ node }: { node: PlacedNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <HealthDot status={node.status} quiet />
      {node.name}
    </span>
  );
}

/** The calls in words, for screens on which the picture would not fit: whoever calls, and whom. */
function CallList({ graph, nodes }: { graph: Dependencies; nodes: readonly PlacedNode[] }) {
  const calling = nodes.filter(({ name }) => graph.edges.some(({ from }) => from === name)).sort((a, b) => a.x - b.x);
  const called = (by: string) => nodes.filter(({ name }) => graph.edges.some(({ from, to }) => from === by && to === name));
  if (calling.length === 0) return <p className="lg:hidden">No calls yet</p>;
  return (
    <ul className="grid gap-3 lg:hidden">
      {calling.map((node) => (
        <li key={node.name} className="grid gap-1.5">
          <span className="flex items-center gap-1.5 font-medium">
            <HealthDot status={node.status} quiet />
            {node.name} calls
          </span>
          <span className="flex flex-wrap gap-x-4 gap-y-1 border-line border-l-2 pl-3 text-ink-soft">
            {called(node.name).map((each) => (
              <Named key={each.name} node={each} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Which service calls which, and how each does; as a sentence too, for who does not see the picture. */
export function DependencyGraph({ graph }: { graph: Dependencies }) {
  const { nodes, width, height } = placeNodes(graph);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const cycles = graph.cycles.map((cycle) => [...cycle, cycle[0]].join(' → '));
  return (
    <div className="px-4 py-4">
      <CallList graph={graph} nodes={nodes} />
      <div className="scroll-quiet hidden overflow-x-auto lg:block">
        <svg
          viewBox={`-2 -2 ${width + 4} ${height + 4}`}
          style={{ width: width + 4, height: height + 4 }}
          className="mx-auto block text-xs"
          role="img"
          aria-label={graph.edges.map(({ from, to }) => `${from} calls ${to}`).join(', ') || 'No calls yet'}
        >
          <defs>
            <marker id="calls" viewBox="0 0 6 6" refX="0" refY="3" markerWidth="6" markerHeight="6" orient="auto">
              <path d="M 0 0 L 6 3 L 0 6 Z" className="fill-line-strong" />
            </marker>
          </defs>
          {graph.edges.map(({ from, to }) => {
            const [start, end] = [byName.get(from), byName.get(to)];
            if (!start || !end) return null;
            const fails = end.status === 'unhealthy';
            return (
              <path
                key={`${from} ${to}`}
                d={curve(start, end)}
                markerEnd="url(#calls)"
                className={cn('fill-none stroke-line-strong', fails && 'stroke-danger')}
                strokeDasharray={fails ? '4 3' : undefined}
              />
            );
          })}
          {nodes.map(({ name, status, x, y }) => (
            <g key={name} transform={`translate(${x} ${y})`}>
              <rect {...nodeSize} rx="6" className={cn('fill-raised stroke-line', status === 'unhealthy' && 'stroke-danger')} />
              <circle cx="14" cy={nodeSize.height / 2} r="4" className={dots[status]} />
              <text x="26" y={nodeSize.height / 2} dominantBaseline="central" className="fill-ink font-medium">
                {name}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <p className="mt-3 text-ink-faint">
        {cycles.length > 0
          ? `Calls of the last seven days. These go in circles: ${cycles.join('; ')}.`
          : 'Calls of the last seven days. None go in circles.'}
      </p>
    </div>
  );
}
