import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Parts, packParts, unpackParts } from '../../../src/main/casefile/container';
import { readCase, verifyCase } from '../../../src/main/casefile/read';
import type { CaseJson } from '../../../src/main/casefile/schema';
import { contentsDigest, sha256, writeCase } from '../../../src/main/casefile/write';
import { commentOn } from '../../../src/main/desk/comments';
import { newKeyPair, signWith } from '../../../src/main/identity/keys';
import { entryHash } from '../../../src/main/review/case-chain';
import { Laptop, value } from '../../helpers/laptops';

const a = new Laptop(1, '甲');
const stranger = newKeyPair();
let whole: Uint8Array;
let older: Uint8Array;
let head = '';

beforeAll(async () => {
  await a.import();
  await a.waive('T103', '原表如此');
  const { revisionId } = await a.shown();
  const said = { range: { start: 2, end: 6 }, fingerprint: null, body: '请核对名称' };
  value(await commentOn(a.desk, { reportId: 1, revisionId, ...said }));
  older = a.handOver();
  await a.fix('W307');
  whole = a.handOver();
  head = a.head();
});

const json = (bytes: Uint8Array | undefined): CaseJson =>
  JSON.parse(new TextDecoder().decode(bytes)) as CaseJson;
const plain = (value_: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value_, null, 1)}\n`);

/** Changes parts and packs them anew, list and signature as they were. */
const parts = (change: (parts: Map<string, Uint8Array>) => void): Uint8Array => {
  const all = new Map(value(unpackParts(whole)));
  change(all);
  return packParts(all);
};
const first = (all: Parts, kind: string): string =>
  [...all.keys()].find((name) => name.startsWith(kind)) ?? '';

type Draft = { contents: CaseJson['contents']; entries: CaseJson['entries']; parts: Map<string, Uint8Array> };

interface Forging {
  readonly keys?: ReturnType<typeof newKeyPair>;
  readonly sender?: Partial<{ id: string; name: string; publicKey: string }>;
}

/** Changes what is said and writes the file anew with a fresh list and signature: what the sender could still do, or a thief of the key. */
function rewritten(change: (draft: Draft) => void, { keys = a.keys, sender = {} }: Forging = {}): Uint8Array {
  const read = value(readCase(whole));
  const draft = structuredClone({
    contents: read.contents,
    entries: read.entries,
    parts: read.parts,
  }) as unknown as Draft;
  change(draft);
  const own = { id: a.person.id, name: a.person.name, publicKey: a.keys.publicKey.toString('base64') };
  return writeCase(draft, {
    gouji: '0',
    at: '2026-01-10T09:00:00.000Z',
    sender: { ...own, ...sender },
    sign: (bytes) => signWith(keys, bytes),
  });
}

/** All hashes computed anew. */
function rechain({ contents, entries }: Draft): void {
  let parents: string[] = [];
  for (const entry of entries) {
    entry.parents = parents;
    entry.hash = entryHash(contents.uid, entry);
    parents = [entry.hash];
  }
}
/** The handover bound to the changed contents as well. */
function rebind(draft: Draft): void {
  const last = draft.entries.at(-1);
  if (last)
    last.detail = { ...(last.detail as object), contents: contentsDigest(draft.contents, draft.parts) };
  rechain(draft);
}
const row = (draft: Draft, table: 'disposition' | 'revision' | 'identity' | 'finding' | 'comment') => {
  const [found] = draft.contents.tables[table] ?? [];
  if (!found) throw new Error(`no ${table}`);
  return found;
};

const WAYS: readonly { readonly what: string; readonly file: () => Uint8Array; readonly code: string }[] = [
  { what: 'one byte of the log changed', file: () => flip('case.json'), code: 'parts' },
  { what: 'one byte of the list changed', file: () => flip('manifest.json', 60), code: 'signature' },
  { what: 'one byte of a source changed', file: () => flip('sources/'), code: 'parts' },
  { what: 'one byte of a text changed', file: () => flip('texts/'), code: 'parts' },
  {
    what: 'a part taken away',
    file: () => parts((all) => all.delete(first(all, 'sources/'))),
    code: 'parts',
  },
  {
    what: 'a part put in',
    file: () => parts((all) => all.set(`texts/${sha256('x')}`, plain('x'))),
    code: 'parts',
  },
  { what: 'two parts exchanged', file: () => parts(exchange), code: 'parts' },
  {
    what: 'the signature taken away',
    file: () => parts((all) => all.delete('signature.json')),
    code: 'parts',
  },
  {
    what: 'the signature of another file',
    file: () => parts((all) => all.set('signature.json', of(older, 'signature.json'))),
    code: 'signature',
  },
  {
    what: 'list and signature of another file',
    file: () =>
      parts((all) => {
        for (const name of ['signature.json', 'manifest.json']) all.set(name, of(older, name));
      }),
    code: 'parts',
  },
  {
    what: 'the log of an older file',
    file: () => parts((all) => all.set('case.json', of(older, 'case.json'))),
    code: 'parts',
  },
  { what: 'signed with another key', file: () => rewritten(() => {}, { keys: stranger }), code: 'signature' },
  {
    what: 'another key named as the sender’s',
    file: () =>
      rewritten(() => {}, { keys: stranger, sender: { publicKey: stranger.publicKey.toString('base64') } }),
    code: 'signature',
  },
  {
    what: 'another person named as the sender',
    file: () => rewritten(() => {}, { sender: { id: '00000000-0000-4000-a000-000000000999' } }),
    code: 'signature',
  },
  {
    what: 'an entry changed',
    file: () =>
      rewritten(({ entries }) => {
        if (entries[1]) entries[1].actor = '乙';
      }),
    code: 'hash',
  },
  {
    what: 'an entry taken away',
    file: () =>
      rewritten(({ entries }) => {
        entries.splice(1, 1);
      }),
    code: 'previous',
  },
  {
    what: 'two entries exchanged',
    file: () =>
      rewritten(({ entries }) => {
        entries.splice(1, 2, ...entries.slice(1, 3).reverse());
      }),
    code: 'previous',
  },
  {
    what: 'an entry twice',
    file: () =>
      rewritten(({ entries }) => {
        entries.splice(1, 0, ...entries.slice(1, 2));
      }),
    code: 'order',
  },
  {
    what: 'the first entry taken away',
    file: () =>
      rewritten(({ entries }) => {
        entries.shift();
      }),
    code: 'previous',
  },
  {
    what: 'the tail cut off',
    file: () =>
      rewritten(({ entries }) => {
        entries.pop();
      }),
    code: 'cut',
  },
  { what: 'an entry after the handover', file: () => rewritten(appendEntry), code: 'cut' },
  {
    what: 'another identity',
    file: () =>
      rewritten(({ contents }) => {
        contents.uid = '00000000-0000-4000-a000-000000000998';
      }),
    code: 'hash',
  },
  {
    what: 'a waiver’s reason',
    file: () =>
      rewritten((draft) => {
        row(draft, 'disposition')['reason'] = '同意';
      }),
    code: 'content',
  },
  {
    what: 'a waiver taken away',
    file: () =>
      rewritten(({ contents }) => {
        contents.tables.disposition = [];
      }),
    code: 'content',
  },
  {
    what: 'what somebody commented',
    file: () =>
      rewritten((draft) => {
        row(draft, 'comment')['body'] = '同意';
      }),
    code: 'content',
  },
  {
    what: 'a comment taken away',
    file: () =>
      rewritten(({ contents }) => {
        contents.tables.comment = [];
        contents.tables.comment_thread = [];
      }),
    code: 'content',
  },
  {
    what: 'a revision’s author',
    file: () =>
      rewritten((draft) => {
        row(draft, 'revision')['author'] = '乙';
      }),
    code: 'content',
  },
  {
    what: 'another current revision',
    file: () =>
      rewritten(({ contents }) => {
        contents.current = 1;
      }),
    code: 'content',
  },
  {
    what: 'a finding taken away',
    file: () =>
      rewritten(({ contents }) => {
        contents.tables.finding?.pop();
      }),
    code: 'content',
  },
  {
    what: 'a person’s key',
    file: () =>
      rewritten((draft) => {
        row(draft, 'identity')['public_key'] = { base64: stranger.publicKey.toString('base64') };
      }),
    code: 'content',
  },
  {
    what: 'a source left out of file and list',
    file: () =>
      rewritten((draft) => {
        draft.parts.delete(first(draft.parts, 'sources/'));
      }),
    code: 'content',
  },
  { what: 'bytes after the end', file: () => Buffer.concat([whole, Buffer.from('x')]), code: 'damaged' },
  { what: 'bytes before the start', file: () => Buffer.concat([Buffer.from('MZ'), whole]), code: 'damaged' },
  { what: 'cut short', file: () => whole.subarray(0, whole.length - 100), code: 'damaged' },
  {
    what: 'a zip comment',
    file: () => {
      const bytes = Uint8Array.from(whole);
      bytes[bytes.length - 2] = 1;
      return Buffer.concat([bytes, Buffer.from('c')]);
    },
    code: 'damaged',
  },
  { what: 'compressed parts', file: () => zip(6), code: 'damaged' },
  { what: 'a name that leads out of the case', file: () => zip(0, '../evil'), code: 'damaged' },
  { what: 'parts in another order', file: () => zip(0), code: 'damaged' },
  {
    what: 'another file altogether',
    file: () => new TextEncoder().encode('PK nothing of the kind'),
    code: 'damaged',
  },
];

const of = (bytes: Uint8Array, name: string): Uint8Array =>
  value(unpackParts(bytes)).get(name) ?? new Uint8Array();
const flip = (kind: string, at = 10): Uint8Array =>
  parts((all) => {
    const name = first(all, kind);
    const bytes = Uint8Array.from(all.get(name) ?? []);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    all.set(name, bytes);
  });
function exchange(all: Map<string, Uint8Array>): void {
  const [one, other] = [first(all, 'sources/'), first(all, 'texts/')];
  const [was, had] = [all.get(one), all.get(other)];
  if (had && was) all.set(one, Buffer.concat([had, Buffer.from(' ')])).set(other, was);
}
function appendEntry({ contents, entries }: Draft): void {
  const last = entries.at(-1);
  if (!last) return;
  const entry = { ...last, action: 'finding.waived', parents: [last.hash] };
  entries.push({ ...entry, hash: entryHash(contents.uid, entry) });
}
function zip(level: 0 | 6, extra?: string): Uint8Array {
  const all = [...value(unpackParts(whole))].reverse();
  const files = Object.fromEntries(all.map(([name, data]) => [name, [data, { level }] as const]));
  return zipSync({ ...files, ...(extra ? { [extra]: [plain('x'), { level }] } : {}) } as Parameters<
    typeof zipSync
  >[0]);
}

describe('a case file', () => {
  it('holds when nobody touched it', () => {
    expect(verifyCase(whole).problems).toEqual([]);
    expect(value(readCase(whole)).manifest.head).toBe(head);
    expect(WAYS.length).toBeGreaterThanOrEqual(30);
    expect(json(of(whole, 'case.json')).entries).toHaveLength(6);
  });

  it.each(WAYS)('shows $what', ({ file, code }) => {
    const { problems } = verifyCase(file());
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(readCase(file())).toMatchObject({ ok: false, error: { code: 'broken-case' } });
  });

  it('rewritten with all its hashes by its own sender shows against an anchor, and to whoever had it before', async () => {
    const forged = rewritten((draft) => {
      row(draft, 'disposition')['reason'] = '监管同意';
      rebind(draft);
    });
    const { read, problems } = verifyCase(forged);
    expect(problems).toEqual([]);
    expect(read?.manifest.head).not.toBe(head);
    const b = new Laptop(2, '乙');
    await b.take(older);
    // What was said of the state before the handover no longer fits what is said now.
    expect(await b.take(forged)).toBe('case-clash');
    expect((await b.shown()).dispositions.map(({ reason }) => reason)).toEqual(['原表如此']);
  });

  it('replayed, an older one is refused where newer work is', async () => {
    const b = new Laptop(3, '丙');
    await b.take(whole);
    expect(await b.take(older)).toBe('older-case');
  });
});
