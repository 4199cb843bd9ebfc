import { observer } from 'mobx-react-lite';
import type { ReportSummary } from '../../../shared/model/review';
import { Badge } from '../../components/badge';
import { severities } from '../../stores/finding-list';
import { useRoot, useText } from '../context';
import { formatShare, formatTime } from '../format';

interface Props {
  readonly report: ReportSummary;
  readonly index: number;
}

export const ReportRow = observer(({ report, index }: Props) => {
  const { library, settings } = useRoot();
  const text = useText();
  const { language } = settings.current;
  const chosen = library.row === index;
  const share = formatShare(report.tied, language);
  return (
    <tr
      data-testid="library-row"
      data-report={report.id}
      tabIndex={chosen ? 0 : -1}
      aria-selected={chosen}
      onFocus={() => library.moveTo(index)}
      onClick={() => void library.open(report.id)}
    >
      <td>
        <span className="report-title" lang="zh-CN">
          {report.title}
        </span>
        <span className="report-file">{report.fileName}</span>
      </td>
      <td>{text.library.revisionNumber(report.revision)}</td>
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
    </tr>
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
