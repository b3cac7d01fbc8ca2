import { MAX_DEPTH } from './tree.ts';

const BAD_LETTER = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
const SAFE_HREF = /^(?:https?:\/\/|mailto:)[!#-;=?-[\]_a-z~]+$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Node = Readonly<Record<string, unknown>>;

/** The keys of every node and the type of their values; a node or key that is not here is a fault. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  text: ['text'],
  strong: ['children'],
  emphasis: ['children'],
  strike: ['children'],
  link: ['href', 'children'],
  break: [],
  paragraph: ['children'],
  heading: ['level', 'children'],
  list: ['ordered', 'start', 'items'],
  quote: ['children'],
  table: ['align', 'head', 'rows'],
  rule: [],
  figure: ['evidenceId', 'caption'],
};
const DEEPENING = ['strong', 'emphasis', 'strike', 'link', 'list', 'quote'];

/** Everything about a tree that may not be; written without the types, so that it sees what they would hide. */
export function treeFaults(tree: unknown): string[] {
  return faultsIn(tree, 0);
}

function faultsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string')
    return BAD_LETTER.test(value) ? [`letter in ${JSON.stringify(value.slice(0, 40))}`] : [];
  if (Array.isArray(value)) return value.flatMap((each) => faultsIn(each, depth));
  if (!isNode(value)) return [];
  const { type } = value;
  const inside = (more: number) => Object.values(value).flatMap((each) => faultsIn(each, depth + more));
  if (type === undefined)
    return keysOf(value) === 'checked,children' ? inside(0) : [`item with ${keysOf(value)}`];
  if (typeof type !== 'string') return ['type is no word'];
  return [...ownFaults(type, value, depth), ...inside(DEEPENING.includes(type) ? 1 : 0)];
}

function ownFaults(type: string, node: Node, depth: number): string[] {
  const faults: string[] = [];
  const keys = type === 'code' ? ('language' in node ? ['language', 'text'] : ['text']) : SHAPES[type];
  if (!keys || keysOf(node) !== [...keys, 'type'].toSorted().join())
    faults.push(`${type} with ${keysOf(node)}`);
  if (DEEPENING.includes(type) && depth >= MAX_DEPTH) faults.push(`${type} at depth ${depth + 1}`);
  if (type === 'link' && !SAFE_HREF.test(String(node['href'])))
    faults.push(`link to ${String(node['href'])}`);
  if (type === 'figure' && !UUID.test(String(node['evidenceId']))) faults.push('figure of no evidence');
  if (type === 'heading' && ![1, 2, 3, 4].includes(Number(node['level']))) faults.push('heading of no level');
  return faults;
}

function keysOf(node: Node): string {
  return Object.keys(node).toSorted().join();
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
