/** A file that a new instance starts with. */
export interface Example {
  readonly title: string;
  readonly note: string;
  /** Mermaid text, put at the page's origin. */
  readonly source: string;
  /** Said above the diagram, on the canvas. */
  readonly heading: string;
}
