import { type EditorView, WidgetType } from '@codemirror/view';

/** `[ ]` and `[x]` as a box to tick: ticking it writes the text. */
export class Checkbox extends WidgetType {
  readonly checked: boolean;

  constructor(checked: boolean) {
    super();
    this.checked = checked;
  }

  override eq(other: Checkbox): boolean {
    return other.checked === this.checked;
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = this.checked;
    box.className = 'cm-md-checkbox';
    box.setAttribute('aria-label', this.checked ? 'Done' : 'To do');
    box.disabled = view.state.readOnly;
    box.addEventListener('mousedown', (event) => event.preventDefault());
    box.addEventListener('click', () => {
      const at = view.posAtDOM(box);
      view.dispatch({ changes: { from: at + 1, to: at + 2, insert: this.checked ? ' ' : 'x' }, userEvent: 'input' });
    });
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

export class Bullet extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const bullet = document.createElement('span');
    bullet.textContent = '•';
    bullet.className = 'cm-md-bullet';
    return bullet;
  }
}

export class Rule extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    const rule = document.createElement('span');
    rule.className = 'cm-md-rule';
    return rule;
  }
}
