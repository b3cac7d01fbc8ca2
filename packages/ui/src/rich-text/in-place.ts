import { createElement, Fragment, type ReactNode } from 'react';

/** Renders items whose only identity is their place: a parsed text changes as a whole. */
export function inPlace<Item>(
  items: readonly Item[],
  render: (item: Item, place: number) => ReactNode,
): ReactNode {
  return createElement(Fragment, null, ...items.map(render));
}
