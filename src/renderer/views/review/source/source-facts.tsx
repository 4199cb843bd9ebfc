import { observer } from 'mobx-react-lite';
import { useRef } from 'react';
import type { SourceSummary } from '../../../../shared/model/review';
import { Icon } from '../../../components/icon';
import { useRoot, useText } from '../../context';
import { formatTime } from '../../format';

export const SourceFacts = observer(({ source }: { readonly source: SourceSummary }) => {
  const { settings } = useRoot();
  const words = useText().source;
  return (
    <dl className="facts">
      <div>
        <dt>{words.name}</dt>
        <dd data-testid="source-name">{source.fileName}</dd>
      </div>
      <div>
        <dt>{words.format}</dt>
        <dd>{words.formats[source.format]}</dd>
      </div>
      <div>
        <dt>{words.importedAt}</dt>
        <dd>{formatTime(source.importedAt, settings.current.language)}</dd>
      </div>
      <div>
        <dt>SHA-256</dt>
        <dd>
          <Sha256 value={source.sha256} />
        </dd>
      </div>
    </dl>
  );
});

/** Selects and copies by the browser's own command: the window has no permissions, the clipboard's neither. */
const Sha256 = observer(({ value }: { readonly value: string }) => {
  const { notices } = useRoot();
  const words = useText().source;
  const code = useRef<HTMLElement>(null);
  const copy = (): void => {
    if (!code.current) return;
    window.getSelection()?.selectAllChildren(code.current);
    if (document.execCommand('copy')) notices.say('info', words.copied);
  };
  return (
    <span className="sha256">
      <code ref={code} data-testid="source-sha256">
        {value}
      </code>
      <button
        type="button"
        className="button quiet small"
        data-testid="source-copy"
        aria-label={words.copy}
        title={words.copy}
        onClick={copy}
      >
        <Icon name="copy" />
      </button>
    </span>
  );
});
