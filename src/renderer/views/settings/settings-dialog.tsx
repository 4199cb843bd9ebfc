import { observer } from 'mobx-react-lite';
import { useId, useState } from 'react';
import type { Settings } from '../../../shared/ipc';
import { Dialog } from '../../components/dialog';
import { type Language, languageNames } from '../../locales/index';
import { useRoot, useText } from '../context';

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];

/** Every change applies at once; there is nothing to confirm. */
export const SettingsDialog = observer(() => {
  const { ui, settings } = useRoot();
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
        <ReviewerField />
      </div>
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

/** Saved while typing; an empty name is shown as wrong and not taken. */
const ReviewerField = observer(() => {
  const { settings } = useRoot();
  const text = useText();
  const id = useId();
  const [name, setName] = useState(settings.current.reviewer);
  const empty = name.trim() === '';
  return (
    <>
      <label htmlFor={id}>{text.settings.reviewer}</label>
      <div>
        <input
          id={id}
          data-testid="reviewer-input"
          maxLength={60}
          value={name}
          aria-invalid={empty}
          aria-describedby={`${id}hint`}
          onChange={(event) => {
            setName(event.target.value);
            void settings.change({ reviewer: event.target.value });
          }}
        />
        <p id={`${id}hint`} className={empty ? 'hint hint-error' : 'hint'}>
          {empty ? text.settings.reviewerEmpty : text.settings.reviewerHint}
        </p>
      </div>
    </>
  );
});
