import { keyOf } from '../../../figures/identity/measure';
import { isNearMiss } from '../../../figures/identity/near-miss';
import { gradeMentions, sameName } from './grade';
import type { Mention } from './mentions';

/** Two figures that are probably the same. */
export interface LikelyPair {
  readonly first: Mention;
  readonly second: Mention;
}

export interface SameGroups {
  /** Figures that certainly state the same, in the order of the text; two or more each. */
  readonly groups: readonly (readonly Mention[])[];
  readonly likely: readonly LikelyPair[];
}

/** Mentions that are alike in all that is compared, so that they are compared once. */
interface Node {
  readonly mentions: Mention[];
  readonly head: Mention;
}

/** Of more kinds of figures in one family only those are compared that share their name or their value. */
const ALL_PAIRS = 48;
const MOST_PARTNERS = 12;
/** A name that this many sections bear each with its own figure is a column of a list, not one fact. */
const PARALLEL = 3;

/** Finds figures that state the same. Never all pairs of a long report. */
export function groupMentions(mentions: readonly Mention[]): SameGroups {
  const families = new Map<string, Map<string, Node>>();
  for (const mention of mentions) {
    const family = `${mention.family}\n${mention.period}`;
    const nodes = families.get(family) ?? new Map<string, Node>();
    families.set(family, nodes);
    const { body, cumulative } = mention.measure;
    const part = mention.isPart ? mention.sentence : '';
    const key = `${body}\n${cumulative}\n${mention.context}\n${mention.shareOf}\n${part}`;
    const node = nodes.get(key);
    if (node) node.mentions.push(mention);
    else nodes.set(key, { mentions: [mention], head: mention });
  }
  const found: SameGroups[] = [...families.values()].map((nodes) => groupNodes([...nodes.values()]));
  return {
    groups: found.flatMap(({ groups }) => groups),
    likely: found.flatMap(({ likely }) => likely),
  };
}

function groupNodes(nodes: readonly Node[]): SameGroups {
  /** Of nodes that were joined with others; most never are. */
  const groupOf = new Map<Node, Node[]>();
  const likely: LikelyPair[] = [];
  let parallel: ReadonlySet<string> | null = null;
  const isParallel = (name: string): boolean => {
    parallel ??= parallelNames(nodes);
    return parallel.has(name);
  };
  eachPair(nodes, (a, b) => {
    const grade = gradeMentions(a.head, b.head);
    if (grade === 'different') return;
    if (grade === 'same' || isCopy(a, b, isParallel)) merge(groupOf, a, b);
    else likely.push(...likelyPairs(a, b));
  });
  return { groups: groupsOf(nodes, groupOf), likely };
}

/** All groups of two or more, in the order of their first nodes. */
function groupsOf(nodes: readonly Node[], groupOf: ReadonlyMap<Node, Node[]>): SameGroups['groups'] {
  const groups: (readonly Mention[])[] = [];
  const seen = new Set<Node[]>();
  for (const node of nodes) {
    const joined = groupOf.get(node);
    if (joined ? seen.has(joined) : node.mentions.length < 2) continue;
    if (joined) seen.add(joined);
    const all = (joined ?? [node]).flatMap(({ mentions }) => mentions);
    groups.push(all.sort((a, b) => a.quantity.range.start - b.quantity.range.start));
  }
  return groups;
}

/** One name in two places, one number a slip of the other: copied wrongly, unless many sections bear the name. */
function isCopy(a: Node, b: Node, isParallel: (name: string) => boolean): boolean {
  const [first] = a.mentions;
  const [second] = b.mentions;
  if (!first || !second || a.mentions.length + b.mentions.length > PARALLEL) return false;
  if (!sameName(first, second)) return false;
  const precision = Math.max(first.quantity.precision, second.quantity.precision);
  return (
    isNearMiss(first.quantity.value, second.quantity.value, precision) && !isParallel(first.measure.body)
  );
}

function parallelNames(nodes: readonly Node[]): ReadonlySet<string> {
  const contexts = new Map<string, number>();
  for (const { head } of nodes) {
    contexts.set(head.measure.body, (contexts.get(head.measure.body) ?? 0) + 1);
  }
  return new Set([...contexts].filter(([, count]) => count >= PARALLEL).map(([name]) => name));
}

/** Joins two groups unless a figure of one certainly differs from one of the other. */
function merge(groupOf: Map<Node, Node[]>, a: Node, b: Node): void {
  const left = groupOf.get(a) ?? [a];
  const right = groupOf.get(b) ?? [b];
  if (left === right) return;
  for (const one of left) {
    for (const other of right) if (gradeMentions(one.head, other.head) === 'different') return;
  }
  const joined = [...left, ...right];
  for (const node of joined) groupOf.set(node, joined);
}

function likelyPairs(a: Node, b: Node): readonly LikelyPair[] {
  const [first] = a.mentions;
  const [second] = b.mentions;
  if (!first || !second) return [];
  return first.quantity.range.start < second.quantity.range.start
    ? [{ first, second }]
    : [{ first: second, second: first }];
}

function eachPair(nodes: readonly Node[], see: (a: Node, b: Node) => void): void {
  if (nodes.length > ALL_PAIRS) {
    eachAlike(nodes, see);
    return;
  }
  for (let at = 0; at < nodes.length; at++)
    for (let other = at + 1; other < nodes.length; other++) see(nodes[at] as Node, nodes[other] as Node);
}

function eachAlike(nodes: readonly Node[], see: (a: Node, b: Node) => void): void {
  const seen = new Set<number>();
  const keys: readonly ((node: Node) => string)[] = [
    ({ head }) => keyOf(head.measure),
    ({ head }) => head.measure.core,
    ({ head }) => head.quantity.value,
  ];
  for (const keyOf of keys) {
    for (const partners of grouped(nodes, keyOf)) {
      const few = partners.slice(0, MOST_PARTNERS);
      few.forEach((first, at) => {
        for (const second of few.slice(at + 1)) {
          const pair = first * nodes.length + second;
          if (seen.has(pair)) continue;
          seen.add(pair);
          see(nodes[first] as Node, nodes[second] as Node);
        }
      });
    }
  }
}

/** Indices of the nodes that share a key with another, by key, the keys in the order of the nodes. */
function grouped(nodes: readonly Node[], keyOf: (node: Node) => string): readonly (readonly number[])[] {
  // Of a long list most keys occur once: a list is made for a key only when it comes again.
  const found = new Map<string, number | number[]>();
  nodes.forEach((node, at) => {
    const key = keyOf(node);
    if (key === '') return;
    const known = found.get(key);
    if (known === undefined) found.set(key, at);
    else if (typeof known === 'number') found.set(key, [known, at]);
    else known.push(at);
  });
  return [...found.values()].filter((indices) => typeof indices !== 'number');
}
