import { observer } from 'mobx-react-lite';
import { useId } from 'react';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';

/** The key and its passphrase, for this one export. */
export const SealFields = observer(() => {
  const { exports } = useRoot();
  const words = useText().export;
  const id = useId();
  const { key } = exports;
  return (
    <fieldset disabled={exports.running}>
      <legend>{words.seal}</legend>
      <p className="hint">{words.sealHint}</p>
      <div className="key-row">
        <button
          type="button"
          className="button"
          data-testid="export-key"
          onClick={() => void exports.chooseKey()}
        >
          <Icon name="seal" />
          {key ? words.changeKey : words.chooseKey}
        </button>
        {key && <span data-testid="export-key-name">{key.fileName}</span>}
        {key && (
          <button type="button" className="button quiet" onClick={exports.forget}>
            {words.removeKey}
          </button>
        )}
      </div>
      {key && (
        <div className="form">
          <label htmlFor={id}>{words.passphrase}</label>
          <input
            id={id}
            type="password"
            autoComplete="off"
            maxLength={1024}
            data-testid="export-passphrase"
            value={exports.passphrase}
            onChange={(event) => exports.setPassphrase(event.target.value)}
          />
        </div>
      )}
    </fieldset>
  );
});
