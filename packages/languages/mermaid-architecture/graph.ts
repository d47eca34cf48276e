import type { TextMeasurer } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { frameIconRoom } from '@autograph/shapes/frame-icon.ts';
import { labelText } from '../mermaid/label.ts';
import { titleId } from '../mermaid/title.ts';
import type { Holding, Ids } from '../moves.ts';
import type { ArchitectureModel, Thing } from './model.ts';
import { edgeText, symbolOf, thingSize, thingText } from './view.ts';

/** Services, then junctions. */
export function nodesOf({ services, junctions }: ArchitectureModel): readonly Thing[] {
  return [...services, ...junctions];
}

/** What has to be placed; groups stand after those that hold them. */
export function architectureGraph(model: ArchitectureModel, measure: TextMeasurer): LayoutGraph {
  const within = ({ parent }: Thing) => {
    const group = parent ?? (model.title ? titleId : undefined);
    return group === undefined ? {} : { group };
  };
  const label = (text: string) => ({ w: Math.ceil(measure.width(text, { font: 'sans', size: 14, bold: true })) + 12, h: 18 });
  return {
    direction: 'LR',
    nodes: nodesOf(model).map((thing) => ({ id: thing.id, ...thingSize(thing, measure), ...within(thing) })),
    groups: [
      ...(model.title ? [{ id: titleId, label: label(labelText(model.title)) }] : []),
      ...model.groups.map((group) => {
        const { w, h } = label(thingText(group));
        return { id: group.id, label: { w: w + (symbolOf(group) === undefined ? 0 : frameIconRoom), h }, ...within(group) };
      }),
    ],
    edges: model.edges.map((edge) => {
      const room = connectorLabelExtent({ text: edgeText(edge) }, measure);
      return { id: edge.id, from: edge.from.name.text, to: edge.to.name.text, ...(room.w > 0 && { label: room }) };
    }),
  };
}

export function architectureHolding(model: ArchitectureModel): Holding {
  const parents = new Map([...nodesOf(model), ...model.groups].map(({ id, parent }) => [id, parent]));
  return {
    parent: (id) => (id === titleId ? undefined : (parents.get(id) ?? (model.title ? titleId : undefined))),
    edges: model.edges.map(({ id, from, to }) => ({ id, from: from.name.text, to: to.name.text })),
  };
}

export function architectureIds(model: ArchitectureModel): Ids {
  return { named: [...nodesOf(model), ...model.groups].map(({ id }) => id), ordered: model.edges.map(({ id }) => id) };
}
