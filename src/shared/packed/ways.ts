import type { Template } from './segment';

/** How far a value is described: by the keys and templates of its parts so far. */
export class Way {
  /** Index of the template of values that end here; -1 for none yet. */
  private template = -1;
  private last: Way | null = null;
  private others: Map<string, Way> | null = null;

  constructor(
    private readonly parent: Way | null = null,
    private readonly key = '',
    private readonly part = -1,
  ) {}

  /** The way on by one more part. Values are mostly built like the one before, so that is tried first. */
  step(key: string, part: number): Way {
    const { last } = this;
    if (last?.part === part && last.key === key) return last;
    this.others ??= new Map();
    const name = `${part} ${key}`;
    const way = this.others.get(name) ?? new Way(this, key, part);
    this.others.set(name, way);
    this.last = way;
    return way;
  }

  /** The template of values that are built so; made and put behind the others when it is the first. */
  templateIn(templates: Template[], kind: 'object' | 'array'): number {
    if (this.template >= 0) return this.template;
    const keys: string[] = [];
    const parts: number[] = [];
    for (let way: Way = this; way.parent; way = way.parent) {
      keys.unshift(way.key);
      parts.unshift(way.part);
    }
    this.template = templates.push(kind === 'object' ? { kind, keys, parts } : { kind, parts }) - 1;
    return this.template;
  }
}
