import type { ShapeChange } from '@autograph/document';
import { type Box, boxContainsBox, boxesIntersect, type Vec } from '@autograph/geometry';
import { lightTheme, type Theme } from '@autograph/render';
import { boxInView, type Camera, clampZoom, panBy, showBox, toPage, toView, type Viewport, visibleBox, zoomAbout } from './camera.ts';
import { type GestureOverlay, noGesture } from './overlay.ts';
import { inPlace, type PlacedView, resizedCamera } from './resized-camera.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** Moves a camera to `to` step by step; the last step is `to` itself. A step that is answered with false ends it. */
export type Glide = (to: Camera, step: (camera: Camera) => boolean) => void;

export type EditorEvent = 'document' | 'camera' | 'selection' | 'tool' | 'overlay' | 'editing' | 'notice' | 'settings' | 'announcement';

/** How one person looks at a board: camera, appearance, settings, messages, and what a gesture shows; tells listeners what has changed. */
export class BoardView {
  readonly #listeners = new Set<(what: EditorEvent) => void>();
  #theme: Theme;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #view: PlacedView = { size: { w: 1024, h: 768 }, corner: { x: 0, y: 0 } };
  #isMeasured = false;
  /** The camera as it was put last, in which view, and what has become of it in views of other sizes. */
  #chosen: { readonly camera: Camera; readonly view: PlacedView; readonly shown: Camera | null } = {
    camera: this.#camera,
    view: this.#view,
    shown: null,
  };
  #cover: Box | null = null;
  #goal: Camera | null = null;
  #glide: Glide | null = null;
  #gesture: GestureOverlay = noGesture;
  #notice: string | null = null;
  #announcement = '';
  #settings: Settings = defaultSettings;
  #nextStyle: ShapeChange = {};

  constructor(theme: Theme = lightTheme) {
    this.#theme = theme;
  }

  /** Calls the listener after each change of the named part; gives the way to stop. */
  subscribe(listener: (what: EditorEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(what: EditorEvent): void {
    for (const listener of [...this.#listeners]) listener(what);
  }

  get camera(): Camera {
    return this.#camera;
  }

  get viewport(): Viewport {
    return this.#view.size;
  }

  /** The part of the page in view. */
  get visible(): Box {
    return visibleBox(this.#camera, this.viewport);
  }

  setCamera(camera: Camera): void {
    this.#goal = null;
    this.#place(camera);
  }

  /** Where the camera is, or is on its way to. */
  get destination(): Camera {
    return this.#goal ?? this.#camera;
  }

  /** Moves the camera calmly, where there is a way to; whatever else moves it meanwhile ends that. */
  moveTo(camera: Camera): void {
    if (!this.#glide) {
      this.setCamera(camera);
      return;
    }
    const goal = { ...camera, zoom: clampZoom(camera.zoom) };
    this.#goal = goal;
    this.#glide(goal, (step) => {
      if (this.#goal !== goal) return false;
      this.#place(step);
      if (step === goal) this.#goal = null;
      return true;
    });
  }

  /** How the camera moves calmly; at once when null. */
  setGlide(glide: Glide | null): void {
    this.#glide = glide;
  }

  #place(camera: Camera): void {
    if (!Number.isFinite(camera.x) || !Number.isFinite(camera.y)) return;
    this.#camera = { x: camera.x, y: camera.y, zoom: clampZoom(camera.zoom) };
    this.emit('camera');
  }

  /**
   * Another size of the view, and where its corner is in the window, px: see `resizedCamera`. What was seen before comes back with the
   * size unless the camera has been moved meanwhile.
   */
  setViewport({ w, h }: Viewport, corner: Vec = { x: 0, y: 0 }, board?: Box): void {
    const before = this.#view;
    if (w === before.size.w && h === before.size.h && corner.x === before.corner.x && corner.y === before.corner.y) return;
    this.#view = { size: { w: Math.max(1, w), h: Math.max(1, h) }, corner };
    // Before the first real size there was nothing to keep in view.
    if (this.#isMeasured) this.#followSize(before, board);
    this.#isMeasured = true;
    this.emit('camera');
  }

  #followSize(before: PlacedView, board: Box | undefined): void {
    if (this.#goal) {
      this.#camera = inPlace(this.#camera, before, this.#view).centred;
      this.moveTo(inPlace(this.#goal, before, this.#view).centred);
      return;
    }
    const { camera, view } = this.#chosen.shown === this.#camera ? this.#chosen : { camera: this.#camera, view: before };
    this.#camera = resizedCamera(camera, view, this.#view, board);
    this.#chosen = { camera, view, shown: this.#camera };
  }

  /** What a panel at the right covers of the view, viewport px; null for nothing. */
  get cover(): Box | null {
    return this.#cover;
  }

  setCover(cover: Box | null): void {
    this.#cover = cover;
  }

  /** The part of the view, from its top left, beside which a panel may be. */
  get free(): Viewport {
    const { w, h } = this.viewport;
    return this.#cover && this.#cover.x > w / 2 ? { w: this.#cover.x, h } : { w, h };
  }

  toPage(view: Vec): Vec {
    return toPage(this.#camera, view);
  }

  toView(page: Vec): Vec {
    return toView(this.#camera, page);
  }

  /** Moves the board with a drag by `by` viewport px. */
  pan(by: Vec): void {
    this.setCamera(panBy(this.#camera, by));
  }

  /** Another zoom about a viewport point, the middle when absent. */
  zoomTo(zoom: number, at: Vec = { x: this.viewport.w / 2, y: this.viewport.h / 2 }): void {
    this.setCamera(zoomAbout(this.#camera, zoom, at));
  }

  /** Brings a box of the page into view, with the least move. */
  reveal(box: Box): void {
    const { destination } = this;
    if (this.shows(box)) return;
    const camera = showBox(destination, this.free, box);
    if (camera !== destination) this.moveTo(camera);
  }

  /** Whether all of a box of the page is in view, and under no panel. */
  shows(box: Box): boolean {
    const { w, h } = this.viewport;
    const seen = boxInView(this.destination, box);
    return boxContainsBox({ x: 0, y: 0, w, h }, seen) && !(this.#cover && boxesIntersect(this.#cover, seen));
  }

  get theme(): Theme {
    return this.#theme;
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.emit('settings');
  }

  /** What the gesture in progress shows besides the shapes. */
  get gesture(): GestureOverlay {
    return this.#gesture;
  }

  setGesture(gesture: Partial<GestureOverlay> | null): void {
    this.#gesture = gesture ? { ...noGesture, ...gesture } : noGesture;
    this.emit('overlay');
  }

  get marquee(): Box | null {
    return this.#gesture.marquee;
  }

  get snapLines(): GestureOverlay['snapLines'] {
    return this.#gesture.snapLines;
  }

  /** A message for the person, such as why an edit was refused. */
  get notice(): string | null {
    return this.#notice;
  }

  notify(notice: string | null): void {
    this.#notice = notice;
    this.emit('notice');
  }

  /** What a screen reader is to say of what was done last. */
  get announcement(): string {
    return this.#announcement;
  }

  announce(sentence: string): void {
    this.#announcement = sentence;
    this.emit('announcement');
  }

  get settings(): Settings {
    return this.#settings;
  }

  changeSettings(change: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...change };
    this.emit('settings');
  }

  /** The style that new shapes get, as far as their kind has it. */
  get nextStyle(): ShapeChange {
    return this.#nextStyle;
  }

  setNextStyle(style: ShapeChange): void {
    this.#nextStyle = { ...this.#nextStyle, ...style };
  }
}
