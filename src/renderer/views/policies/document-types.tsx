import { observer } from 'mobx-react-lite';
import { useId, useState } from 'react';
import { type DocumentType, documentParts } from '../../../shared/model/policy';
import { Empty } from '../../components/empty';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';

/** Which parts a document must have, by the ending of its title. */
export const DocumentTypes = observer(() => {
  const { policies } = useRoot();
  const words = useText().policies;
  const { policy, editable } = policies;
  const { documents = [] } = policy ?? {};
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="data-scroll document-types" tabIndex={0} aria-label={words.tabs.documents}>
      {documents.length === 0 && <Empty title={words.noDocuments} />}
      {documents.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name of its own that stays
        <TypeCard key={at} at={at} type={one} />
      ))}
      {editable && (
        <button
          type="button"
          className="button small"
          data-testid="document-add"
          onClick={policies.addDocument}
        >
          <Icon name="add" />
          {words.addDocument}
        </button>
      )}
    </section>
  );
});

const TypeCard = observer(({ at, type }: { readonly at: number; readonly type: DocumentType }) => {
  const { policies } = useRoot();
  const words = useText().policies;
  const id = useId();
  const { editable } = policies;
  const { name, titles, parts, always } = type;
  return (
    <fieldset className="document-type" data-testid="document-type" disabled={!editable}>
      <legend className="visually-hidden">{name}</legend>
      <label htmlFor={`${id}n`}>{words.document}</label>
      <div className="document-type-head">
        <input
          id={`${id}n`}
          lang="zh-CN"
          maxLength={60}
          value={name}
          aria-invalid={name.trim() === ''}
          onChange={({ target }) => policies.changeDocument(at, { name: target.value })}
        />
        {editable && (
          <>
            <button
              type="button"
              className="button quiet"
              aria-label={words.moveUp}
              title={words.moveUp}
              disabled={at === 0}
              onClick={() => policies.raiseDocument(at)}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              className="button quiet"
              aria-label={words.removeDocument}
              title={words.removeDocument}
              onClick={() => policies.removeDocument(at)}
            >
              <Icon name="close" />
            </button>
          </>
        )}
      </div>
      <label htmlFor={`${id}t`}>{words.titles}</label>
      <div>
        <TitlesField id={`${id}t`} at={at} titles={titles} />
        {editable && <p className="hint">{words.titlesHint}</p>}
      </div>
      <span>{words.parts}</span>
      <div className="document-parts">
        {documentParts.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={parts.includes(part)}
              onChange={({ target }) =>
                policies.changeDocument(at, {
                  parts: documentParts.filter((one) => (one === part ? target.checked : parts.includes(one))),
                })
              }
            />
            {words.partNames[part]}
          </label>
        ))}
      </div>
      <span />
      <label>
        <input
          type="checkbox"
          checked={always}
          onChange={({ target }) => policies.changeDocument(at, { always: target.checked })}
        />
        {words.always}
      </label>
    </fieldset>
  );
});

/** Endings separated by 、 or commas; a separator just typed stays until the next letter. */
const TitlesField = observer(
  ({ id, at, titles }: { readonly id: string; readonly at: number; readonly titles: readonly string[] }) => {
    const { policies } = useRoot();
    const words = useText().policies;
    const [typed, setTyped] = useState(titles.join('、'));
    const shown = endingsOf(typed).join('、') === titles.join('、') ? typed : titles.join('、');
    return (
      <input
        id={id}
        lang="zh-CN"
        value={shown}
        placeholder={words.anyTitle}
        onChange={({ target }) => {
          setTyped(target.value);
          policies.changeDocument(at, { titles: endingsOf(target.value) });
        }}
      />
    );
  },
);

const endingsOf = (text: string): readonly string[] => text.split(/[、,，;；\s]+/).filter(Boolean);
