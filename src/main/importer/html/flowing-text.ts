import { allMatches } from '../../../shared/matches';
import type { Span, SpanMark } from '../source-document';

/** What text of one element has in common. */
export interface Manner {
  readonly pre: boolean;
  readonly marks: readonly SpanMark[];
}

/** The open paragraph. White space collapses as in a browser (CSS Text 3 §4.1). */
export interface FlowingText {
  add(text: string, manner: Manner): void;
  /** Text that is not the page's own. */
  addGenerated(text: string, manner: Manner): void;
  lineBreak(manner: Manner): void;
  /** The spans so far; the text begins anew. Empty when they hold nothing but white space. */
  take(): readonly Span[];
}

interface Open {
  text: string[];
  readonly generated: boolean;
  readonly marks: readonly SpanMark[];
}

const WORDS = /[ \t\n\f\r]+|[^ \t\n\f\r]+/g;
/**
 * Between such characters a line break of the source is no space (CSS Text 3 §4.1.3). Full-width digits are left out:
 * two numbers must not become one.
 */
const WIDE =
  /[\u2e80-\u2fff\u3001-\u312f\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff60\uffe0-\uffe6]/;

export function flowingText(): FlowingText {
  let spans: Open[] = [];
  let space: 'none' | 'space' | 'break' = 'none';
  /** The last unit written; a line break at the beginning. */
  let last = '\n';

  const put = (text: string, marks: readonly SpanMark[], generated: boolean): void => {
    const open = spans.at(-1);
    if (open && open.marks === marks && open.generated === generated) open.text.push(text);
    else spans.push({ text: [text], generated, marks });
    last = text.charAt(text.length - 1);
  };
  const putSpace = (next: string, marks: readonly SpanMark[]): void => {
    const drop = space === 'break' && WIDE.test(last) && WIDE.test(next);
    if (space !== 'none' && !drop) put(' ', marks, false);
    space = 'none';
  };
  const addCollapsed = (text: string, marks: readonly SpanMark[]): void => {
    for (const [part] of allMatches(text, WORDS)) {
      const first = part.charAt(0);
      if (!/[ \t\n\f\r]/.test(first)) {
        putSpace(first, marks);
        put(part, marks, false);
      } else if (last !== '\n') space = space === 'break' || /[\n\r]/.test(part) ? 'break' : 'space';
    }
  };

  return {
    add(text, { pre, marks }) {
      if (text === '') return;
      if (!pre) addCollapsed(text, marks);
      else {
        putSpace(text.charAt(0), marks);
        put(text, marks, false);
      }
    },
    addGenerated(text, { marks }) {
      putSpace(text.charAt(0), marks);
      put(text, marks, true);
    },
    lineBreak({ marks }) {
      space = 'none';
      put('\n', marks, false);
    },
    take() {
      const taken = spans;
      spans = [];
      space = 'none';
      last = '\n';
      if (!taken.some(({ text }) => text.some((part) => /\S/.test(part)))) return [];
      return taken.map(({ text, generated, marks }) => ({
        text: text.join(''),
        ...(generated ? { generated } : {}),
        ...(marks.length > 0 ? { marks } : {}),
      }));
    },
  };
}
