import { observer } from 'mobx-react-lite';
import { useEffect, useId } from 'react';
import { Icon } from '../../components/icon';
import type { SealStore } from '../../stores/seal-store';
import { useText } from '../context';

interface Props {
  readonly seal: SealStore;
  readonly disabled: boolean;
  /** A seal that is not optional: the dialog is for nothing else. */
  readonly required?: boolean;
}

/** The key and what the seal says and shows, for one seal. */
export const SealFields = observer(({ seal, disabled, required = false }: Props) => {
  const words = useText().seal;
  const { key } = seal;
  useEffect(() => {
    void seal.load();
  }, [seal]);
  return (
    <fieldset disabled={disabled} className="seal-fields">
      <legend>{words.title}</legend>
      <p className="hint">{required ? words.hintAdd : words.hint}</p>
      {!key && seal.remembered && <Remembered seal={seal} />}
      <div className="key-row">
        <button
          type="button"
          className="button"
          data-testid="export-key"
          onClick={() => void seal.chooseFile()}
        >
          <Icon name="seal" />
          {words.chooseFile}
        </button>
        <button
          type="button"
          className="button"
          data-testid="seal-library"
          onClick={() => void seal.chooseLibrary()}
        >
          {words.chooseLibrary}
        </button>
        {key && <span data-testid="export-key-name">{key.fileName}</span>}
        {key && !required && (
          <button type="button" className="button quiet" onClick={seal.forget}>
            {words.remove}
          </button>
        )}
      </div>
      {seal.error && (
        <p className="form-error" role="alert">
          {seal.error}
        </p>
      )}
      {key && <KeyForm seal={seal} />}
    </fieldset>
  );
});

/** The certificate that the person sealed with, offered first. */
const Remembered = observer(({ seal }: { readonly seal: SealStore }) => {
  const words = useText().seal;
  const { remembered } = seal;
  if (!remembered) return null;
  const { signer, issuer, notAfter, fileName, device } = remembered;
  return (
    <div className="key-row" data-testid="seal-remembered">
      <button
        type="button"
        className="button primary"
        data-testid="seal-recall"
        onClick={() => void seal.recall()}
      >
        <Icon name="seal" />
        {words.recall(signer)}
      </button>
      <span className="hint">{words.rememberedAs(issuer, notAfter.slice(0, 10), device ?? fileName)}</span>
      <button
        type="button"
        className="button quiet small"
        data-testid="seal-forget"
        onClick={() => void seal.forgetRemembered()}
      >
        {words.forget}
      </button>
    </div>
  );
});

const KeyForm = observer(({ seal }: { readonly seal: SealStore }) => {
  const words = useText().seal;
  const [device, secret, visible, remember] = [useId(), useId(), useId(), useId()];
  const devices = seal.key?.devices ?? null;
  return (
    <div className="form">
      {devices && (
        <>
          <label htmlFor={device}>{words.device}</label>
          <select
            id={device}
            data-testid="seal-device"
            value={seal.device ?? ''}
            onChange={(event) => seal.setDevice(event.target.value)}
          >
            {devices.length === 0 && <option value="">{words.noDevice}</option>}
            {devices.map((one) => (
              <option key={`${one.serial} ${one.label}`} value={one.serial || one.label}>
                {`${one.label}（${one.manufacturer} ${one.serial}）`}
              </option>
            ))}
          </select>
        </>
      )}
      <label htmlFor={secret}>{devices ? words.pin : words.passphrase}</label>
      <input
        id={secret}
        type="password"
        autoComplete="off"
        maxLength={1024}
        data-testid="export-passphrase"
        value={seal.passphrase}
        onChange={(event) => seal.setPassphrase(event.target.value)}
      />
      <Said name="reason" longest={200} value={seal.reason} onSay={seal.setReason} />
      <Said name="place" longest={100} value={seal.place} onSay={seal.setPlace} />
      <Said name="contact" longest={100} value={seal.contact} onSay={seal.setContact} />
      <span />
      <label className="check" htmlFor={visible}>
        <input
          id={visible}
          type="checkbox"
          data-testid="seal-visible"
          checked={seal.visible}
          onChange={(event) => seal.setVisible(event.target.checked)}
        />
        {words.visible}
      </label>
      <span />
      <label className="check" htmlFor={remember}>
        <input
          id={remember}
          type="checkbox"
          data-testid="seal-remember"
          checked={seal.remember}
          onChange={(event) => seal.setRemember(event.target.checked)}
        />
        {words.remember}
      </label>
    </div>
  );
});

interface SaidProps {
  readonly name: 'reason' | 'place' | 'contact';
  readonly longest: number;
  readonly value: string;
  readonly onSay: (text: string) => void;
}

/** Something that the seal says; offered as the settings say. */
const Said = ({ name, longest, value, onSay }: SaidProps) => {
  const words = useText().seal;
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{words[name]}</label>
      <input
        id={id}
        maxLength={longest}
        data-testid={`seal-${name}`}
        value={value}
        placeholder={words.reasonHint}
        onChange={(event) => onSay(event.target.value)}
      />
    </>
  );
};
