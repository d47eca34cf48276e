export { announceActs } from './announce-acts.ts';
export { arrangeLayers, type LayerPlace, placeable } from './arrange-layers.ts';
export { boundTo, isConnector } from './arrow-bindings.ts';
export { fieldsOf, isRotatable } from './as-drawn.ts';
export type {
  AddEdit,
  Arranger,
  BlockDeriver,
  BlockEdit,
  ConnectEdit,
  Derivation,
  DerivedShapeEdit,
  Diagnostic,
  Drawing,
  Fix,
  RegroupEdit,
  ReorderEdit,
  StructureChange,
  StructureEdit,
  TextPatch,
  WrittenDiagram,
} from './block-deriver.ts';
export type { EditorOptions } from './board-model.ts';
export type { EditorEvent } from './board-view.ts';
export { boxInView, type Camera, fitBox, toView, type Viewport, visibleBox, zoomAbout } from './camera.ts';
export { changeRecord, translation } from './change-record.ts';
export { type Clip, placeClip, readClip, soundClip } from './clipboard.ts';
export { type Command, labelOf } from './commands/command.ts';
export { commandsFor } from './commands/commands.ts';
export { typingCommand } from './commands/typing-command.ts';
export { type Drawn, drawnSelection, wordsOfSelection } from './copy-forms.ts';
export { plainShape } from './create-shape.ts';
export { describeShape, kindOf } from './describe-shape.ts';
export { type ChangeOrigin, type DocumentChange, type DocumentMutation, DocumentStore, type Replacement } from './document-store.ts';
export { type DrawWhat, drawLocally, drawScene, drawShape, placeOnPage, placeShape } from './draw-scene.ts';
export { Editor } from './editor.ts';
export { findShapes } from './find-shapes.ts';
export { followGrowth } from './follow-growth.ts';
export type { ExternalAct } from './history-step.ts';
export { hitTest, isHidden } from './hit-test.ts';
export type { InputEvent, Modifiers } from './input.ts';
export { insertShape } from './insert-shape.ts';
export type { ActKeeper, ActsByWay, KeptHistory, KeptPart, Way } from './kept-history.ts';
export { type Keyed, type Keymap, type KeyOverrides, keymapOf } from './keymap.ts';
export { isPinned, laidOutBlocks, placedThings } from './lay-out.ts';
export { type LayerDrop, layerDrop } from './layer-drop.ts';
export { type LayerRow, layerRows, searchLayers } from './layer-rows.ts';
export { sourceTooLong } from './overflow.ts';
export { type Grip, type Overlay, type ResizeHandle, readable, type TurnedBox } from './overlay.ts';
export { cutAway, pointedAt } from './paste.ts';
export { type Picture, placePicture } from './place-picture.ts';
export type { ShapeUpdate } from './plan-changes.ts';
export { raisedOver } from './raised-over.ts';
export { inReadingOrder, readingOrder } from './reading-order.ts';
export { renameLayer } from './rename-layer.ts';
export { leaveFrames } from './reparent.ts';
export { rulerSize, rulerSteps } from './rulers.ts';
export type { Scene } from './scene.ts';
export { SceneGraph } from './scene-graph.ts';
export { selectForMenu } from './select-for-menu.ts';
export { sizeUpdates } from './set-size.ts';
export type { Settings } from './settings.ts';
export { settleBlocks } from './settle-blocks.ts';
export type {
  DrawContext,
  Handle,
  PanelField,
  PictureContent,
  ShapeDefinition,
  ShapeList,
  ShapePreset,
  ShapeTool,
} from './shape-definition.ts';
export { slidesOf } from './slides.ts';
export type { SnapLine } from './snap-line.ts';
export { sameTargets, type Targets, targetsOf } from './targets.ts';
export { composePatches, patchText, smallestPatch, textDifference } from './text-change.ts';
export type { EditingText, TextSelection } from './text-editing.ts';
export { currentMarks, placedText } from './text-marks.ts';
export { linkAt, selectionPlace } from './text-places.ts';
export { withTheirTyping } from './their-typing.ts';
export { titleDrop } from './title-room.ts';
export { type LiftedTitle, leastLetters, liftedTitles, titleScale } from './titles.ts';
export { chordOf, isModifierKey } from './tools/chord.ts';
export type { Transient } from './transient.ts';
export { translationTo } from './translate-records.ts';
export { type TreePlace, treePlaces } from './tree-places.ts';
