import { expect, it } from 'vitest';
import { formatFlowchart } from './format.ts';

it('spaces what is compact, one statement a line, with the arrows of neighbours in one column [F283]', () => {
  const formatted = formatFlowchart('graph TD;A[Start]-->B;Longer-->|Yes|C & D;C---D;');
  expect(formatted).toBe('graph TD\n  A[Start] --> B\n  Longer   -->|Yes| C & D\n  C        --- D\n');
  expect(formatFlowchart(formatted)).toBe(formatted);
});

it('indents subgraphs by depth, keeps comments, front matter and long labels', () => {
  const ragged =
    '---\n  title: x\n---\nflowchart LR\n%% all\n   subgraph one\nsubgraph two\n   a["first\n second"]-->b\n        end\n   end\n      c';
  expect(formatFlowchart(ragged)).toBe(
    '---\n  title: x\n---\nflowchart LR\n  %% all\n  subgraph one\n    subgraph two\n      a["first\n second"] --> b\n    end\n  end\n  c',
  );
});

it('lets a long name stand out of the column', () => {
  const long = 'a_very_long_name_of_a_service_that_is_called';
  expect(formatFlowchart(`flowchart LR\n a-->b\n ${long}-->b\n ccc-->b`)).toBe(`flowchart LR\n  a --> b\n  ${long} --> b\n  ccc --> b`);
});
