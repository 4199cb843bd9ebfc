import { observer } from 'mobx-react-lite';
import { useEffect, useRef } from 'react';
import { Icon } from '../../components/icon';
import { MOST_FOUND } from '../../text/find';
import { useRoot, useText } from '../context';

/** Finds words in the whole report. Enter and F3 go on, with Shift back; Escape closes. */
export const FindBar = observer(() => {
  const { find } = useRoot();
  const text = useText();
  const words = text.find;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    field.current?.focus();
    field.current?.select();
    return () => {
      if (document.activeElement === document.body && from instanceof HTMLElement) from.focus();
    };
  }, []);
  const { places, at, query } = find;
  const count = places.length >= MOST_FOUND ? `${MOST_FOUND}+` : String(places.length);
  return (
    <search className="find-bar" data-testid="find-bar">
      <input
        ref={field}
        type="search"
        aria-label={words.label}
        placeholder={words.label}
        data-testid="find-query"
        value={query}
        onChange={(event) => find.setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') find.close();
          else if (event.key === 'Enter' || event.key === 'F3') find.step(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className="find-count" role="status" data-testid="find-count">
        {query === '' ? '' : places.length === 0 ? words.none : words.position(at + 1, count)}
      </span>
      <FindButton name="up" label={words.previous} onClick={() => find.step(-1)} />
      <FindButton name="down" label={words.next} onClick={() => find.step(1)} />
      <FindButton name="close" label={text.app.close} onClick={find.close} />
    </search>
  );
});

interface ButtonProps {
  readonly name: 'up' | 'down' | 'close';
  readonly label: string;
  readonly onClick: () => void;
}

const FindButton = ({ name, label, onClick }: ButtonProps) => (
  <button type="button" className="button quiet" aria-label={label} title={label} onClick={onClick}>
    <Icon name={name} />
  </button>
);
