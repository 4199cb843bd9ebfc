import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import type { FaceReport } from '../../../shared/model/fonts';
import { useRoot, useText } from '../context';

/** The company's own fonts: which faces its folder has, and what is wrong with them. */
export const FontSettings = observer(() => {
  const { fonts } = useRoot();
  const words = useText().fonts;
  useEffect(() => void fonts.load(), [fonts]);
  const { state, running } = fonts;
  return (
    <section className="font-settings" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="hint">{state?.folder ? <code>{state.folder}</code> : words.none}</p>
      {state?.problem && <p role="alert">{state.problem}</p>}
      {state && state.faces.length > 0 && (
        <ul data-testid="font-faces">
          {state.faces.map((face) => (
            <Face key={face.face} face={face} />
          ))}
        </ul>
      )}
      <p className="font-buttons">
        <button
          type="button"
          className="button small"
          data-testid="fonts-choose"
          disabled={running}
          onClick={() => void fonts.choose()}
        >
          {words.choose}
        </button>
        {state?.folder && (
          <button
            type="button"
            className="button small"
            data-testid="fonts-clear"
            disabled={running}
            onClick={() => void fonts.clear()}
          >
            {words.clear}
          </button>
        )}
      </p>
    </section>
  );
});

const Face = ({ face }: { readonly face: FaceReport }) => {
  const words = useText().fonts;
  const name = words.faces[face.face as keyof typeof words.faces] ?? face.face;
  if (face.file === null) return <li>{words.shipped(name)}</li>;
  if (face.problem !== null)
    return (
      <li className="font-problem">
        {words.refused(name, face.file)}
        <span lang="zh-CN">{face.problem}</span>
      </li>
    );
  return <li>{words.used(name, face.name || face.file, face.lacking)}</li>;
};
