import { observer } from 'mobx-react-lite';
import { Icon, type IconName } from '../../components/icon';
import { useRoot, useText } from '../context';
import type { Found } from './use-matches';

interface Props {
  readonly zoom: number;
  readonly count: number;
  readonly found: Found;
  readonly onPage: (page: number) => void;
}

export const PreviewTools = observer(({ zoom, count, found, onPage }: Props) => {
  const { preview } = useRoot();
  const words = useText().preview;
  return (
    <div className="preview-tools">
      <Tool name="up" label={words.previous} onDo={() => onPage(preview.page - 1)} />
      <Tool name="down" label={words.next} onDo={() => onPage(preview.page + 1)} />
      <span className="preview-count" data-testid="preview-count">
        {words.page(preview.page, count)}
      </span>
      <Tool name="zoom-out" label={words.smaller} onDo={() => preview.step(-1, zoom)} />
      <span className="preview-count" data-testid="preview-zoom">
        {Math.round(zoom * 100)}%
      </span>
      <Tool name="zoom-in" label={words.larger} onDo={() => preview.step(1, zoom)} />
      <button
        type="button"
        className="button small"
        aria-pressed={preview.zoom === null}
        onClick={preview.fit}
      >
        {words.fit}
      </button>
      <input
        id="preview-search"
        type="search"
        data-testid="preview-search"
        aria-label={words.search}
        placeholder={words.search}
        value={preview.query}
        onChange={({ target }) => preview.setQuery(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          found.step(event.shiftKey ? -1 : 1);
        }}
      />
      <span className="preview-count" role="status" data-testid="preview-found">
        {preview.query.trim() !== '' && words.found(found.position, found.matches.length)}
      </span>
    </div>
  );
});

interface ToolProps {
  readonly name: IconName;
  readonly label: string;
  readonly onDo: () => void;
}

const Tool = ({ name, label, onDo }: ToolProps) => (
  <button
    type="button"
    className="button quiet"
    data-testid={`preview-${name}`}
    aria-label={label}
    title={label}
    onClick={onDo}
  >
    <Icon name={name} />
  </button>
);
