import { observer } from 'mobx-react-lite';
import type { AuditReport } from '../../../shared/model/audit';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';
import { formatCount, formatTime } from '../format';

interface Props {
  readonly fileName: string;
  readonly report: AuditReport;
}

const MOST = 20;

/** What a verification found: the verdict, the head to write down, and what is wrong, the first bad row first. */
export const AuditResult = observer(({ fileName, report }: Props) => {
  const { settings } = useRoot();
  const { safekeeping: words } = useText();
  const { language } = settings.current;
  const { intact, entries, head, from, to, anchors, problems } = report;
  return (
    <article className="audit-result" data-testid="audit-result" data-intact={intact}>
      <p className={intact ? 'audit-good' : 'audit-bad'}>
        <Icon name={intact ? 'check' : 'warning'} />
        <strong>{intact ? words.intact : words.broken}</strong>
        {fileName !== '' && <span className="muted">{fileName}</span>}
      </p>
      <p>
        {words.entries(formatCount(entries, language))}
        {from && to && words.span(formatTime(from, language), formatTime(to, language))}
        {words.anchors(anchors.compared, anchors.agreed)}
      </p>
      {head !== '' && (
        <p>
          {words.head} <code className="hash-whole">{head}</code>
        </p>
      )}
      {problems.length > 0 && (
        <ul className="audit-problems" lang="zh-CN">
          {problems.slice(0, MOST).map((problem) => (
            <li key={problem.message}>{problem.message}</li>
          ))}
        </ul>
      )}
      {problems.length > MOST && <p>{words.more(problems.length - MOST)}</p>}
    </article>
  );
});
