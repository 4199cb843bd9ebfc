import type { CDPSession } from 'playwright';

/** Bytes of a page's heap after a collection. */
export interface HeldMemory {
  /** Objects, strings, arrays, elements: what a leak is made of. */
  readonly data: number;
  /**
   * Source, bytecode, machine code and shapes of objects of what ran so far. It grows while a person comes to screens for the first
   * time, up to the size of the program, and V8 lets it go again when it pleases.
   */
  readonly code: number;
}

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: [string[]] } };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** V8's own: sources, templates of functions, tables of shapes. */
const INTERNAL = /^system \/ /;
const PROGRAM = new Set(['code', 'object shape']);

/** Takes a snapshot of the page's heap, which collects garbage first, and adds it up. */
export async function heldMemory(session: CDPSession): Promise<HeldMemory> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }): void => {
    chunks.push(chunk);
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  return addUp(JSON.parse(chunks.join('')) as Snapshot);
}

function addUp({ snapshot, nodes, strings }: Snapshot): HeldMemory {
  const { node_fields: fields, node_types } = snapshot.meta;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field));
  const held = { data: 0, code: 0 };
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = node_types[0][nodes[at + (type ?? 0)] ?? 0] ?? '';
    const isCode = PROGRAM.has(kind) || INTERNAL.test(strings[nodes[at + (name ?? 0)] ?? 0] ?? '');
    held[isCode ? 'code' : 'data'] += nodes[at + (size ?? 0)] ?? 0;
  }
  return held;
}
