import { observer } from 'mobx-react-lite';
import { useId } from 'react';
import type { Settings } from '../../../shared/ipc';
import { Dialog } from '../../components/dialog';
import { type Language, languageNames } from '../../locales/index';
import { useRoot, useText } from '../context';

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];

/** Every change applies at once; there is nothing to confirm. */
export const SettingsDialog = observer(() => {
  const { ui, settings, safekeeping } = useRoot();
  const text = useText();
  const id = useId();
  const { current, info } = settings;
  return (
    <Dialog title={text.settings.title} closeLabel={text.app.close} onClose={ui.closeDialog}>
      <div className="form">
        <label htmlFor={`${id}l`}>{text.settings.language}</label>
        <select
          id={`${id}l`}
          data-testid="language-select"
          value={current.language}
          onChange={(event) => void settings.change({ language: event.target.value as Language })}
        >
          {Object.entries(languageNames).map(([value, name]) => (
            <option key={value} value={value} lang={value}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}t`}>{text.settings.theme}</label>
        <select
          id={`${id}t`}
          data-testid="theme-select"
          value={current.theme}
          onChange={(event) => void settings.change({ theme: event.target.value as Settings['theme'] })}
        >
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {text.settings.themes[theme]}
            </option>
          ))}
        </select>
      </div>
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
