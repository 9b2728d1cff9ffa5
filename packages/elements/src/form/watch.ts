import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { locate, type NodeState, type Watcher } from '@dvc/core';
import type { Scene } from './places.js';

type Draw = (scene: Scene, node: NodeState, level: number) => unknown;

/**
 * Draws one place of the answers and draws it again, alone, when the place changes. So the form re-renders only when its
 * structure changes, and a key costs its own field. A new scene (other words, read-only) draws everything.
 * `other`: another place that it looks at. A form has one of these per field, so they hold no closure.
 */
class Watch extends AsyncDirective implements Watcher {
  #scene: Scene | undefined;
  #node: NodeState | undefined;
  #level = 0;
  #draw: Draw | undefined;
  #other: string | undefined;
  #drawing = false;
  #stale = false;

  render(scene: Scene, node: NodeState, level: number, draw: Draw, other?: string): unknown {
    const moved = scene.store !== this.#scene?.store || node.id !== this.#node?.id;
    if (!moved && node === this.#node && scene === this.#scene) return noChange;
    if (moved) this.#forget();
    this.#scene = scene;
    this.#node = node;
    this.#level = level;
    this.#draw = draw;
    this.#other = other;
    if (moved && this.isConnected) this.#subscribe();
    return draw(scene, node, level);
  }

  protected override disconnected(): void { this.#forget(); }

  protected override reconnected(): void {
    this.#subscribe();
    this.changed();
  }

  #subscribe(): void {
    const { store } = this.#scene!;
    store.watch(this.#node!.id, this);
    if (this.#other !== undefined) store.watch(this.#other, this);
  }

  #forget(): void {
    if (!this.#scene) return;
    const { store } = this.#scene;
    store.unwatch(this.#node!.id, this);
    if (this.#other !== undefined) store.unwatch(this.#other, this);
  }

  changed(): void {
    const scene = this.#scene!;
    const found = locate(scene.store.state.root, this.#node!.id);
    // The row is gone: its list draws itself without it.
    if (!found || !this.isConnected) return;
    this.#node = found.node;
    // Chromium says focusout while Lit takes out a field that has the focus. Leaving it changes the state, and so would
    // draw this place a second time in the middle of the first: Lit then removes what is gone and throws.
    if (this.#drawing) {
      this.#stale = true;
      return;
    }
    this.#drawing = true;
    try {
      this.setValue(this.#draw!(scene, found.node, this.#level));
    } finally {
      this.#drawing = false;
    }
    if (this.#stale) {
      this.#stale = false;
      this.changed();
    }
  }
}

export const watch = directive(Watch);
