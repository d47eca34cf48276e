/** A remark stuck onto the canvas; its top-left corner, px. */
export interface Sticky {
  readonly text: string;
  readonly fill: 'yellow' | 'green' | 'orange';
  readonly x: number;
  readonly y: number;
}

/** A file that a new instance starts with. */
export interface Example {
  readonly title: string;
  readonly note: string;
  /** Mermaid text; its diagram stands at the page's origin. */
  readonly source: string;
  /** Said above the diagram, on the canvas. */
  readonly heading: string;
  /** Said beside it. */
  readonly stickies: readonly Sticky[];
}
