/** What is asked of a canvas to paint over the board; any implementation of the 2D context that has it will do. */
export interface OverlayContext
  extends Pick<
    CanvasRenderingContext2D,
    | 'arc'
    | 'beginPath'
    | 'closePath'
    | 'fill'
    | 'fillRect'
    | 'fillStyle'
    | 'fillText'
    | 'font'
    | 'globalAlpha'
    | 'lineCap'
    | 'lineJoin'
    | 'lineTo'
    | 'lineWidth'
    | 'measureText'
    | 'moveTo'
    | 'restore'
    | 'rotate'
    | 'roundRect'
    | 'save'
    | 'scale'
    | 'setLineDash'
    | 'stroke'
    | 'strokeRect'
    | 'strokeStyle'
    | 'textAlign'
    | 'textBaseline'
    | 'translate'
  > {
  readonly canvas: { readonly width: number; readonly height: number };
}
