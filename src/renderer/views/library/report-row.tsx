import { observer } from 'mobx-react-lite';
import type { ReportSummary } from '../../../shared/model/review';
import { Badge } from '../../components/badge';
import { Menu } from '../../components/menu';
import { severities } from '../../stores/finding-list';
import { useRoot, useText } from '../context';
import { formatShare, formatTime } from '../format';

interface Props {
  readonly report: ReportSummary;
  readonly index: number;
  /** Under a group's head. */
  readonly grouped: boolean;
}

export const ReportRow = observer(({ report, index, grouped }: Props) => {
  const { library, settings } = useRoot();
  const text = useText();
  const { language } = settings.current;
  const chosen = library.row === index;
  const share = formatShare(report.tied, language);
  return (
    <tr
      data-testid="library-row"
      data-report={report.id}
      aria-rowindex={index + 2}
      aria-level={grouped ? 2 : undefined}
      tabIndex={chosen ? 0 : -1}
      aria-selected={chosen}
      onFocus={() => library.moveTo(index)}
      onClick={() => void library.open(report.id)}
    >
      <td>
        <span className="report-title" lang="zh-CN">
          {report.title}
        </span>
        <span className="report-file">
          {report.tags.map((tag) => (
            <span key={tag} className="tag" lang="zh-CN">
              {tag}
            </span>
          ))}
          {report.fileName}
        </span>
      </td>
      <td>
        <span className={`case-state case-${report.state}`}>{text.signOff.states[report.state]}</span>
        <span className="report-file">{text.library.revisionNumber(report.revision)}</span>
      </td>
      <td>
        <OpenCounts open={report.open} />
      </td>
      <td>
        <span className="share">
          <progress max={1} value={report.tied} aria-label={`${text.library.coverage} ${share}`} />
          {share}
        </span>
        <span className="report-file">{text.library.figures(report.quantities)}</span>
      </td>
      <td>{formatTime(report.changedAt, language)}</td>
      <td>{report.openedAt ? formatTime(report.openedAt, language) : text.library.never}</td>
      <td className="library-acts">
        <RowMenu report={report} />
      </td>
    </tr>
  );
});

const RowMenu = observer(({ report }: Pick<Props, 'report'>) => {
  const { library } = useRoot();
  const words = useText().library;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps a click on the menu from opening the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys of the menu do not reach the row
    <span onClick={(event) => event.stopPropagation()}>
      <Menu
        label={words.actsOf(report.title)}
        testid="report-acts"
        acts={[
          {
            id: 'open',
            label: words.openIt,
            icon: 'goto',
            keys: 'Enter',
            onDo: () => void library.open(report.id),
          },
          { id: 'tags', label: words.tags, icon: 'tag', keys: 'T', onDo: () => library.askTags(report) },
          {
            id: 'archive',
            label: report.archived ? words.restore : words.archive,
            icon: report.archived ? 'restore' : 'archive',
            keys: 'X',
            onDo: () => void library.archive(report),
          },
          {
            id: 'remove',
            label: words.remove,
            icon: 'remove',
            keys: 'Del',
            onDo: () => library.askRemove(report),
          },
        ]}
      />
    </span>
  );
});

const OpenCounts = observer(({ open }: Pick<ReportSummary, 'open'>) => {
  const text = useText();
  const shown = severities.filter((severity) => open[severity] > 0);
  if (shown.length === 0) return <span className="report-clean">{text.library.clean}</span>;
  return (
    <span className="open-counts">
      {shown.map((severity) => (
        <span key={severity}>
          <Badge tone={severity} letter={text.severityLetter[severity]} label={text.severity[severity]} />
          {open[severity]}
        </span>
      ))}
    </span>
  );
});
