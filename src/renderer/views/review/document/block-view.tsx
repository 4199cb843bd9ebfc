import { computed } from 'mobx';
import { observer } from 'mobx-react-lite';
import { type ReactNode, type RefObject, useMemo } from 'react';
import type { Block, Heading } from '../../../../shared/model/document';
import { MarkedText } from '../../../components/marked-text';
import { type FindingMark, type Mark, sameMarks } from '../../../text/marks';
import { prosesNear, unplaced } from '../../../text/segments';
import { useRoot, useText } from '../../context';
import { EditBar } from '../editing/edit-bar';
import { PlaceEditor } from '../editing/place-editor';
import { DocumentTable, type EditedCell } from './document-table';

interface Props {
  readonly block: Block;
  /** Of the table right below. */
  readonly isTitle: boolean;
  /** Where a table begins in the scrolled pane, in pixels; 0 for other blocks, which need not know. */
  readonly top: number;
  readonly scroll: RefObject<HTMLElement | null>;
  readonly onPick: (marks: readonly Mark[]) => void;
}

export interface Marked {
  readonly marks: readonly Mark[];
  readonly selected: string | null;
  readonly onPick: (marks: readonly Mark[]) => void;
}

type View = Pick<Marked, 'marks' | 'selected'>;

const sameView = (a: View, b: View): boolean => a.selected === b.selected && sameMarks(a.marks, b.marks);

/** One block of the document. It repaints only when its own marks change. */
export const BlockView = observer(({ block, isTitle, top, scroll, onPick }: Props) => {
  const { marks: all, edit } = useRoot();
  const editing = edit.inBlock(block.index);
  const own = useMemo(
    () =>
      computed(() => ({ marks: all.of(block), selected: all.chosenIn(block) }), {
        equals: sameView,
      }),
    [all, block],
  );
  const { marks, selected } = own.get();
  const marked = { marks, selected, onPick };
  const lost = useMemo(() => unplaced(prosesNear(block, marks), marks), [block, marks]);
  return (
    <div
      className={`block block-${block.kind}`}
      tabIndex={-1}
      data-block={block.index}
      data-start={block.range.start}
    >
      <BlockMarks {...marked} marks={lost} />
      {editing && !editing.cell ? (
        <PlaceEditor />
      ) : (
        contentOf(block, marked, { isTitle, top, scroll, editing: editing?.cell ?? null })
      )}
      {editing && <EditBar />}
    </div>
  );
});

interface Surroundings extends Pick<Props, 'isTitle' | 'top' | 'scroll'> {
  readonly editing: EditedCell | null;
}

function contentOf(block: Block, marked: Marked, { isTitle, ...around }: Surroundings): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <DocumentHeading heading={block} marked={marked} />;
    case 'paragraph':
      return (
        <p className={isTitle ? 'caption' : `role-${block.role}`}>
          <MarkedText prose={block.prose} {...marked} />
        </p>
      );
    case 'list-item':
      return (
        <p className="item" style={{ marginInlineStart: `${block.depth}em` }}>
          {block.ordered && <span className="item-marker">{block.marker} </span>}
          <MarkedText prose={block.prose} {...marked} />
        </p>
      );
    case 'caption':
      return (
        <p className="caption">
          <MarkedText prose={block.prose} {...marked} />
        </p>
      );
    case 'table':
      return <DocumentTable table={block} {...around} {...marked} />;
    case 'code':
      return <CodeText block={block} />;
    case 'divider':
      return <hr />;
    case 'page-break':
      return null;
  }
}

interface HeadingProps {
  readonly heading: Heading;
  readonly marked: Marked;
}

/** GB/T 9704-2012 §7.3.3: first level HeiTi, second KaiTi, below FangSong; the title is centred Song. */
function DocumentHeading({ heading, marked }: HeadingProps) {
  const Tag = (['h2', 'h3', 'h4', 'h5', 'h6', 'h6'] as const)[heading.level - 1] ?? 'h6';
  const look = heading.annex ? 'annex' : heading.level === 1 ? 'title' : (heading.number?.scheme ?? 'plain');
  return (
    <Tag className={`heading heading-${heading.level} heading-${look}`}>
      <MarkedText prose={heading.prose} {...marked} />
    </Tag>
  );
}

const CodeText = observer(({ block }: { readonly block: Extract<Block, { kind: 'code' }> }) => {
  const { text } = useRoot().review;
  return <pre>{text.slice(block.content.start, block.content.end)}</pre>;
});

/** Marks that lie on markup only (a table's delimiter row, an empty line) stand in the margin. */
const BlockMarks = observer(({ marks, selected, onPick }: Marked) => {
  const text = useText();
  const findings = marks.filter((mark): mark is FindingMark => mark.kind === 'finding');
  return findings.map((mark) => (
    <button
      key={mark.fingerprint}
      type="button"
      className={`margin-mark badge badge-${mark.tone}`}
      aria-label={mark.label}
      title={mark.label}
      aria-current={mark.fingerprint === selected ? 'true' : undefined}
      tabIndex={mark.fingerprint === selected ? 0 : -1}
      data-testid="mark"
      data-fingerprint={mark.fingerprint}
      data-fingerprints={mark.fingerprint}
      onClick={() => onPick([mark])}
    >
      {text.severityLetter[mark.tone]}
    </button>
  ));
});
