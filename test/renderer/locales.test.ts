import { describe, expect, it } from 'vitest';
import { en } from '../../src/renderer/locales/en';
import { zhCN } from '../../src/renderer/locales/zh-CN';

/** Open tables, which a language may fill or not. */
const OPEN = new Set(['failures']);

function keysOf(value: unknown, path = ''): string[] {
  if (OPEN.has(path) || typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`));
}

describe('the languages', () => {
  it('have the same keys', () => expect(keysOf(en).sort()).toEqual(keysOf(zhCN).sort()));
  it('leave nothing empty', () => {
    for (const words of [zhCN, en]) {
      const flat = JSON.stringify(words, (_, value) => (typeof value === 'function' ? 'f' : value));
      expect(flat).not.toContain('""');
    }
  });
  it('have no Chinese in English but the mark 草稿 that is printed', () => {
    const flat = JSON.stringify(en, (_, value) => (typeof value === 'function' ? String(value) : value));
    expect(flat.replaceAll('草稿', '')).not.toMatch(/\p{Script=Han}/u);
  });
});
