import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { NodeState, Store } from '@dvc/core';
import { locate } from '@dvc/core';

type Render = (node: NodeState) => unknown;

/**
 * Draws one place of the answers and draws it again, alone, when the place changes. So the form re-renders only when its
 * structure changes, and a key costs its own field. `version` is whatever else the drawing depends on: words, read-only.
 */
class Watch extends AsyncDirective {
  private store: Store | undefined;
  private ids: readonly string[] = [];
  private version: unknown;
  private node: NodeState | undefined;
  private draw: Render | undefined;
  private stop: (() => void)[] = [];
  private drawing = false;
  private stale = false;

  render(store: Store, node: NodeState, version: unknown, draw: Render, others: readonly string[] = []): unknown {
    const moved = store !== this.store || node.id !== this.ids[0];
    if (!moved && node === this.node && version === this.version) return noChange;
    this.version = version;
    this.node = node;
    this.draw = draw;
    if (moved) {
      this.store = store;
      this.ids = [node.id, ...others];
      this.forget();
      if (this.isConnected) this.subscribe();
    }
    return draw(node);
  }

  protected override disconnected(): void { this.forget(); }

  protected override reconnected(): void {
    this.subscribe();
    this.again();
  }

  private subscribe(): void {
    this.stop = this.ids.map((id) => this.store!.watch(id, () => this.again()));
  }

  private forget(): void {
    for (const stop of this.stop) stop();
    this.stop = [];
  }

  private again(): void {
    const found = locate(this.store!.state.root, this.ids[0]!);
    if (!found) return; // the row is gone; its list draws itself without it
    this.node = found.node;
    // Chromium says focusout while Lit takes out a field that has the focus. Leaving it changes the state, and so would
    // draw this place a second time in the middle of the first: Lit then removes what is gone and throws.
    if (this.drawing) {
      this.stale = true;
      return;
    }
    this.drawing = true;
    try {
      this.setValue(this.draw!(found.node));
    } finally {
      this.drawing = false;
    }
    if (this.stale) {
      this.stale = false;
      this.again();
    }
  }
}

export const watch = directive(Watch);
