import { noChange } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import { setChildPartValue } from 'lit/directive-helpers.js';
import { locate, type NodeState, type Watcher } from '@dvc/core';
import type { Scene } from './places.js';

type Draw = (scene: Scene, node: NodeState, level: number) => unknown;

/**
 * Draws one place of the answers and draws it again, alone, when the place changes. So the form re-renders only when its
 * structure changes, and a key costs its own field. A new scene (other words, read-only) draws everything.
 * A form has one of these per field, so it holds no closure, and is no AsyncDirective: that costs a Set for each.
 */
class Watch extends Directive implements Watcher {
  #part: ChildPart | undefined;
  #scene: Scene | undefined;
  #node: NodeState | undefined;
  #level = 0;
  #draw: Draw | undefined;
  #drawing = false;
  #stale = false;

  override render(_scene: Scene, _node: NodeState, _level: number, _draw: Draw): unknown { return noChange; }

  override update(part: ChildPart, [scene, node, level, draw]: [Scene, NodeState, number, Draw]): unknown {
    if (node === this.#node && scene === this.#scene) return noChange;
    if (scene.store !== this.#scene?.store || node.id !== this.#node?.id) scene.store.watch(node.id, this);
    this.#part = part;
    this.#scene = scene;
    this.#node = node;
    this.#level = level;
    this.#draw = draw;
    return draw(scene, node, level);
  }

  changed(): void {
    const scene = this.#scene!;
    const part = this.#part!;
    const found = locate(scene.store.state.root, this.#node!.id);
    // A row that is gone goes with its list. What is off the page is drawn when the form is back.
    if (!found || !part.startNode?.isConnected) return;
    this.#node = found.node;
    // Chromium says focusout while Lit takes out a field that has the focus. Leaving it changes the state, and so would
    // draw this place a second time in the middle of the first: Lit then removes what is gone and throws.
    if (this.#drawing) {
      this.#stale = true;
      return;
    }
    this.#drawing = true;
    try {
      // Not the part's own method: Lit's production build has another name for it.
      setChildPartValue(part, this.#draw!(scene, found.node, this.#level), this);
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
