/** Numbers 0..1, the same for the same seed (Lehmer). */
export function randomFrom(seed: number): () => number {
  let state = seed * 48271 + 11;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A chart such as teams draw: mostly layered, with labels, links back, and services in groups, some of these in groups. */
export function randomChart(size: number, seed: number): string {
  const random = randomFrom(seed + size * 1000);
  const pick = (below: number) => Math.floor(random() * below);
  const groups = Math.max(1, Math.round(size / 9));
  const home = Array.from({ length: size }, () => (random() < 0.65 ? pick(groups) : -1));
  const label = (i: number) => `${['Gateway', 'Service', 'Orders database', 'Queue', 'Authentication service', 'Cache'][pick(6)]} ${i}`;
  const lines = [`flowchart ${random() < 0.5 ? 'TD' : 'LR'}`];
  for (let group = 0; group < groups; group++) {
    const members = home.flatMap((own, i) => (own === group ? [i] : []));
    if (members.length === 0) continue;
    lines.push(`  subgraph g${group} [Group ${group}]`);
    const inner = members.length > 4 && random() < 0.4 ? members.splice(0, 2) : [];
    if (inner.length > 0) lines.push(`    subgraph i${group} [Inner ${group}]`, ...inner.map((i) => `      n${i}[${label(i)}]`), '    end');
    lines.push(...members.map((i) => `    n${i}[${label(i)}]`), '  end');
  }
  lines.push(...home.flatMap((own, i) => (own < 0 ? [`  n${i}(${label(i)})`] : [])));
  const link = (from: number, to: number) => {
    const text = random() < 0.25 ? ['|sends|', '|reads from|', '|on failure|'][pick(3)] : '';
    lines.push(`  n${from} -->${text} n${to}`);
  };
  for (let i = 1; i < size; i++) {
    const near = home.findIndex((own, j) => j < i && own === home[i] && random() < 0.5);
    link(near >= 0 ? near : Math.max(0, i - 1 - pick(Math.min(i, 8))), i);
  }
  for (let extra = 0; extra < size * 0.25; extra++) {
    const [a, b] = [pick(size), pick(size)];
    if (a !== b) link(Math.min(a, b), random() < 0.15 ? pick(size) : Math.max(a, b));
  }
  return lines.join('\n');
}

/** A tree in three branches at each node, with labels and a few groups, always the same for the same size; the last line gives its root a label. */
export function treeChart(size: number): string {
  const lines = ['flowchart TD'];
  for (let i = 1; i < size; i++) lines.push(`  n${Math.floor((i - 1) / 3)} -->${i % 5 === 0 ? '|label|' : ''} n${i}[Service ${i}]`);
  for (let group = 0; group * 25 + 6 < size; group++) lines.push(`  subgraph g${group}`, `    n${size - 2 - group * 3}`, '  end');
  return [...lines, '  n0[Gateway ]'].join('\n');
}
