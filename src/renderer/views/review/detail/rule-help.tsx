import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { Markdown } from '../../../components/markdown';
import { inLanguage } from '../../../text/markdown-blocks';
import { useRoot, useText } from '../../context';

/** The rule's own page: what it flags, why, and how to put it right. */
export const RuleHelp = observer(({ rule }: { readonly rule: string }) => {
  const { help, settings } = useRoot();
  const { language } = settings.current;
  const words = useText().detail;
  useEffect(() => void help.load(rule), [help, rule]);
  const page = help.page(rule);
  return (
    <details className="rule-help" open>
      <summary>{words.help}</summary>
      {page === null && <p className="hint">{words.noHelp}</p>}
      {page && (
        <div lang={language}>
          <Markdown text={inLanguage(page, language)} />
        </div>
      )}
    </details>
  );
});
