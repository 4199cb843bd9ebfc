import { describe, expect, it } from 'vitest';
import { htmlCharset } from '../../../../src/main/importer/html/charset';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('htmlCharset', () => {
  it.each([
    ['<meta charset="gb2312">', 'gb18030'],
    ['<META CHARSET=GBK>', 'gb18030'],
    ["<html><head><meta charset='UTF-8'/>", 'utf-8'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=gb18030">', 'gb18030'],
    ['<meta name="a" content="b"><meta charset="utf-16">', 'utf-16le'],
    ['<!-- <meta charset="gbk"> --><meta charset="utf-8">', 'utf-8'],
    ['<meta charset="big5">', null],
    ['<meta name="generator" content="charset">', null],
    ['<p>charset=gbk</p>', null],
    [`${' '.repeat(2100)}<meta charset="gbk">`, null],
    ['', null],
  ])('reads %j as %s', (text, expected) => expect(htmlCharset(bytes(text))).toBe(expected));
});
