import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/main/app/arguments';
import { isCommand } from '../../../src/main/cli/main';

const packaged = (...words: string[]) => readArguments(['/opt/Gouji/gouji', ...words], true, isCommand);

describe('what the app was started for', () => {
  it.each([
    ['nothing', [], { kind: 'window', file: null }],
    [
      'a command',
      ['check', '报告.md', '--format', 'json'],
      { kind: 'command', args: ['check', '报告.md', '--format', 'json'] },
    ],
    ['help', ['--help'], { kind: 'command', args: ['--help'] }],
    [
      'a double-clicked case file',
      ['/media/usb/三月报告.gouji'],
      { kind: 'window', file: '/media/usb/三月报告.gouji' },
    ],
    [
      'a case file behind switches of Chromium',
      ['--no-sandbox', 'C:\\案卷\\A.GOUJI'],
      { kind: 'window', file: 'C:\\案卷\\A.GOUJI' },
    ],
    ['a switch that looks like one', ['--load=x.gouji'], { kind: 'window', file: null }],
    ['another file', ['/tmp/报告.pdf'], { kind: 'window', file: null }],
    ['a command word that is not the first', ['/tmp/报告.pdf', 'check'], { kind: 'window', file: null }],
    ['a name of every object', ['constructor'], { kind: 'window', file: null }],
  ] as const)('%s', (_, words, wish) => expect(packaged(...words)).toEqual(wish));

  it('passes over the app folder while it is not packaged', () =>
    expect(readArguments(['electron', '.', 'check', 'a.md'], false, isCommand)).toEqual({
      kind: 'command',
      args: ['check', 'a.md'],
    }));
});
