import { compareSources, conformanceTable } from './compare.node.ts';
import { documentedSources, widerSources } from './sources.node.ts';

for (const [title, sources] of [
  ['Documented examples', documentedSources()],
  ["Mermaid's own tests", widerSources()],
] as const) {
  const rows = await compareSources(sources);
  console.log(`${title}\n\n${conformanceTable(rows)}\n`);
  for (const line of rows.flatMap((row) => row.differences)) console.log(line);
}
