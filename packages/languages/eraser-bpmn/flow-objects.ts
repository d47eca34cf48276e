import type { ChartKind } from '../eraser/chart-kind.ts';
import { iconId } from '../eraser/icons.ts';

/** What a flow object is, as BPMN draws it (https://docs.eraser.io/bpmn-syntax). */
const outlines: ReadonlyMap<string, string> = new Map([
  ['activity', 'rounded'],
  ['event', 'circle'],
  ['gateway', 'diam'],
]);

export const flowObjects: ChartKind = {
  noun: 'activity',
  lanes: true,
  outlines: { property: 'type', values: outlines },
  look({ properties }) {
    const type = properties.get('type') ?? 'activity';
    const icon = properties.get('icon');
    if (icon !== undefined && type === 'event') return { icon: iconId(icon), icon_form: 'circle', icon_size: 24 };
    if (icon !== undefined && type === 'activity') return { icon: iconId(icon), icon_form: 'rounded', icon_size: 32 };
    return { outline: outlines.get(type) ?? 'rounded' };
  },
};
