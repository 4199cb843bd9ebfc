/** What somebody wants who started the app: a command, or the window, with a file that was double-clicked. */
export type Wish =
  | { readonly kind: 'command'; readonly args: readonly string[] }
  | { readonly kind: 'window'; readonly file: string | null };

/** Files that the system opens with this app (electron.builder.yml, fileAssociations). */
const OWN_FILE = /\.gouji$/i;
const SWITCH = /^-/;

/**
 * Reads the words after the program (and, while it is not packaged, after the app's folder). The first word decides: a
 * command goes to the command line with everything behind it; else the first case file among the words is opened. Switches
 * of Chromium and anything else are passed over.
 */
export function readArguments(
  argv: readonly string[],
  isPackaged: boolean,
  isCommand: (word: string) => boolean,
): Wish {
  const words = argv.slice(isPackaged ? 1 : 2);
  const [first] = words;
  if (first !== undefined && isCommand(first)) return { kind: 'command', args: words };
  const file = words.find((word) => !SWITCH.test(word) && OWN_FILE.test(word));
  return { kind: 'window', file: file ?? null };
}
