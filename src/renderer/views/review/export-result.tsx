import { observer } from 'mobx-react-lite';
import type { Outputs } from '../../../shared/ipc';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';
import { formatCount } from '../format';

interface Props {
  readonly result: NonNullable<Outputs['report:export']>;
  readonly onClose: () => void;
}

export const ExportResult = observer(({ result, onClose }: Props) => {
  const { exports, settings } = useRoot();
  const text = useText();
  const size = formatCount(Math.ceil(result.bytes / 1024), settings.current.language);
  return (
    <div className="export-result" data-testid="export-result" role="status">
      <p className="export-done">
        <Icon name="check" />
        <b>{result.sealed ? text.export.doneSealed : text.export.done}</b>
      </p>
      <p>
        <code>{result.path}</code> · {text.export.size(size)}
      </p>
      <div className="form-buttons">
        <button type="button" className="button primary" onClick={onClose}>
          {text.app.close}
        </button>
        <button type="button" className="button" onClick={exports.start}>
          {text.export.again}
        </button>
      </div>
    </div>
  );
});
