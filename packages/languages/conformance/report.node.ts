import { compareCorpus, conformanceTable } from './compare.node.ts';

const rows = await compareCorpus();
console.log(conformanceTable(rows));
for (const line of rows.flatMap((row) => row.differences)) console.log(line);
