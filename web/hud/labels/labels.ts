import type { Label } from '../state.ts';
import { createLabelPool } from './label-pool.ts';

/** Most labels on the screen at once. */
export const MAX_LABELS = 60;

/** The nodes over people's heads: names, health bars and what they say. */
export interface Labels {
  /** Shows these and no others. Nearest first: what is beyond `MAX_LABELS` is left out. */
  update(labels: readonly Label[]): void;
  dispose(): void;
}

/** One pooled node and what it shows, so that only what changed is written. */
interface Node {
  readonly root: HTMLElement;
  readonly said: HTMLElement;
  readonly name: HTMLElement;
  readonly level: HTMLElement;
  readonly bar: HTMLElement;
  readonly fill: HTMLElement;
  shown: Label | undefined;
}

/** Creates the pool inside `root`. A screen reader gets the same from the chat and the list of who is near. */
export function createLabels(root: HTMLElement): Labels {
  const layer = element('div', 'labels', root);
  layer.setAttribute('aria-hidden', 'true');
  const pool = createLabelPool(MAX_LABELS);
  const nodes: Node[] = [];
  const nodeAt = (slot: number): Node => {
    while (nodes.length <= slot) nodes.push(createNode(layer));
    return nodes[slot] ?? createNode(layer);
  };
  return {
    update(labels) {
      const { slots, released } = pool.assign(labels.map((label) => label.id));
      for (const slot of released) hide(nodeAt(slot));
      labels.forEach((label, rank) => {
        const slot = slots[rank];
        if (slot !== undefined) show(nodeAt(slot), label, labels.length - rank);
      });
    },
    dispose: () => layer.remove(),
  };
}

function createNode(layer: HTMLElement): Node {
  const root = element('div', 'label', layer);
  const said = element('div', 'label-said', root);
  const plate = element('div', 'label-plate', root);
  const name = element('span', 'label-name', plate);
  const level = element('span', 'label-level', plate);
  const bar = element('div', 'label-bar', root);
  const fill = element('div', 'label-fill', bar);
  const node = { root, said, name, level, bar, fill, shown: undefined };
  hide(node);
  return node;
}

function hide(node: Node): void {
  node.root.hidden = true;
  node.shown = undefined;
}

/** @param depth stacking order: the nearest in front */
function show(node: Node, label: Label, depth: number): void {
  const before = node.shown;
  node.shown = label;
  if (before === undefined) {
    node.root.hidden = false;
  }
  // Half a device pixel is the finest that text can move without blurring on common screens.
  const x = Math.round(label.x * 2) / 2;
  const y = Math.round(label.y * 2) / 2;
  node.root.style.transform = `translate3d(${x}px, ${y}px, 0) translate(-50%, -100%)`;
  node.root.style.zIndex = String(depth);
  if (before?.kind !== label.kind) node.root.dataset.kind = label.kind;
  if (before?.name !== label.name) node.name.textContent = label.name;
  if (before === undefined || before.level !== label.level) {
    node.level.textContent = label.level === undefined ? '' : ` (level ${label.level})`;
  }
  if (before === undefined || before.said !== label.said) {
    node.said.textContent = label.said ?? '';
    node.said.hidden = label.said === undefined;
  }
  if (before === undefined || before.health !== label.health) showHealth(node, label.health);
}

function showHealth(node: Node, share: number | undefined): void {
  node.bar.hidden = share === undefined;
  if (share !== undefined) node.fill.style.transform = `scaleX(${Math.min(Math.max(share, 0), 1)})`;
}

function element(tag: 'div' | 'span', className: string, parent: HTMLElement): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  parent.append(made);
  return made;
}
