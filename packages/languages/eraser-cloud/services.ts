import type { ChartKind } from '../eraser/chart-kind.ts';
import { iconId } from '../eraser/icons.ts';

export const services: ChartKind = {
  noun: 'service',
  look({ properties }) {
    const icon = properties.get('icon');
    if (icon === undefined) return { outline: 'rounded' };
    return { icon: iconId(icon), ...(properties.has('color') && { icon_form: 'rounded' }) };
  },
};
