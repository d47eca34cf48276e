import { configSection, mermaidConfig } from '../mermaid/config.ts';
import type { GanttSettings } from './model.ts';

/** What the front matter or a directive asks of a Gantt chart. */
export function ganttSettings(source: string): GanttSettings {
  const { displayMode, topAxis, axisFormat, tickInterval } = configSection(source, 'gantt');
  return {
    compact: displayMode === 'compact' || mermaidConfig(source).displayMode === 'compact',
    topAxis: topAxis === true,
    ...(typeof axisFormat === 'string' && { axisFormat }),
    ...(typeof tickInterval === 'string' && { tickInterval }),
  };
}
