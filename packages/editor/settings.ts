/** How this person sees and works on the board; nothing of it is in the document. */
export interface Settings {
  readonly grid: boolean;
  /** px on the page. */
  readonly gridSize: number;
  readonly snapToGrid: boolean;
  /** Edges and centres of other shapes attract what is dragged. */
  readonly snapToShapes: boolean;
  /** Rulers along the top and the left, from which guides are pulled. */
  readonly rulers: boolean;
  /** A creation tool stays picked after use. */
  readonly keepTool: boolean;
}

export const defaultSettings: Settings = {
  grid: false,
  gridSize: 20,
  snapToGrid: false,
  snapToShapes: true,
  rulers: false,
  keepTool: false,
};
