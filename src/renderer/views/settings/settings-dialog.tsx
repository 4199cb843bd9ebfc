import { observer } from 'mobx-react-lite';
import { type ChangeEvent, type ReactNode, useId } from 'react';
import type { Settings } from '../../../shared/ipc';
import { Dialog } from '../../components/dialog';
import { type Language, languageNames } from '../../locales/index';
import { useRoot, useText } from '../context';
import { FontSettings } from './font-settings';
import { SigningSettings } from './signing-settings';
import { StandardPolicy } from './standard-policy';

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast'];
const fontSizes: readonly number[] = [90, 100, 110, 125, 150];

/** Every change applies at once; there is nothing to confirm. */
export const SettingsDialog = observer(() => {
  const { ui, settings, safekeeping } = useRoot();
  const text = useText();
  const { info } = settings;
  return (
    <Dialog title={text.settings.title} closeLabel={text.app.close} onClose={ui.closeDialog}>
      <h3>{text.settings.look}</h3>
      <Look />
      <h3>{text.settings.review}</h3>
      <div className="form">
        <StandardPolicy />
      </div>
      <SigningSettings />
      <FontSettings />
      <p className="settings-more">
        <button
          type="button"
          className="button"
          data-testid="safekeeping-open"
          onClick={() => safekeeping.open()}
        >
          {text.safekeeping.open}
        </button>
      </p>
      {info && (
        <p className="about">
          {text.settings.about(info.version, info.rules)}
          <br />
          {text.settings.data} <code>{info.dataFolder}</code>
        </p>
      )}
    </Dialog>
  );
});

const Look = observer(() => {
  const { settings } = useRoot();
  const words = useText().settings;
  const { current } = settings;
  return (
    <div className="form">
      <Pick
        label={words.language}
        testid="language-select"
        value={current.language}
        onPick={(language) => void settings.change({ language: language as Language })}
      >
        {Object.entries(languageNames).map(([value, name]) => (
          <option key={value} value={value} lang={value}>
            {name}
          </option>
        ))}
      </Pick>
      <Pick
        label={words.theme}
        testid="theme-select"
        value={current.theme}
        onPick={(theme) => void settings.change({ theme: theme as Settings['theme'] })}
      >
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {words.themes[theme]}
          </option>
        ))}
      </Pick>
      <Pick
        label={words.fontSize}
        testid="font-size-select"
        value={current.fontSize}
        onPick={(size) => void settings.change({ fontSize: Number(size) })}
      >
        {fontSizes.map((size) => (
          <option key={size} value={size}>
            {words.fontSizeOf(size)}
          </option>
        ))}
      </Pick>
    </div>
  );
});

interface PickProps {
  readonly label: string;
  readonly testid: string;
  readonly value: string | number;
  readonly onPick: (value: string) => void;
  readonly children: ReactNode;
}

const Pick = ({ label, testid, value, onPick, children }: PickProps) => {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        data-testid={testid}
        value={value}
        onChange={(event: ChangeEvent<HTMLSelectElement>) => onPick(event.target.value)}
      >
        {children}
      </select>
    </>
  );
};
