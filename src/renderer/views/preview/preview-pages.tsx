import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Match } from '../../pdf/find';
import type { Pdf } from '../../pdf/open';
import { useRoot, useText } from '../context';
import { PageCanvas } from './page-canvas';
import { PreviewTools } from './preview-tools';
import { useMatches } from './use-matches';
import type { PageSize } from './use-pdf';

interface Props {
  readonly pdf: Pdf;
  readonly pages: readonly PageSize[];
}

/** CSS pixels an inch over points an inch. */
const PIXELS = 96 / 72;
const THUMB = 0.16;
const MARGIN = 48;

export const PreviewPages = observer(({ pdf, pages }: Props) => {
  const { preview } = useRoot();
  const words = useText().preview;
  const view = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(0);
  const found = useMatches(pdf, preview.query);
  const widest = Math.max(...pages.map(({ width }) => width), 1);
  const zoom = preview.zoom ?? Math.max(0.3, Math.min(1.5, (room - MARGIN) / (widest * PIXELS)));
  const scale = zoom * PIXELS;

  useEffect(() => {
    const element = view.current;
    if (!element) return;
    element.focus();
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const goTo = (number: number): void => {
    const wanted = Math.max(1, Math.min(pages.length, number));
    preview.setPage(wanted);
    view.current?.querySelector(`[data-page="${wanted}"]`)?.scrollIntoView();
  };
  useEffect(() => {
    if (found.current) view.current?.querySelector('.found-now')?.scrollIntoView({ block: 'center' });
  }, [found.current]);

  const press = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.altKey) return;
    const acts: Readonly<Record<string, () => void>> = {
      '+': () => preview.step(1, zoom),
      '=': () => preview.step(1, zoom),
      '-': () => preview.step(-1, zoom),
      '0': preview.fit,
      n: () => goTo(preview.page + 1),
      p: () => goTo(preview.page - 1),
      '/': () => document.getElementById('preview-search')?.focus(),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of everything in it
    <div className="preview-reader" onKeyDown={press}>
      <PreviewTools zoom={zoom} count={pages.length} found={found} onPage={goTo} />
      <nav className="preview-list" aria-label={words.pages}>
        {pages.map(({ width, height }, at) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have nothing but their number
            key={at}
            type="button"
            data-testid="preview-thumb"
            aria-current={preview.page === at + 1 ? 'page' : undefined}
            aria-label={words.page(at + 1, pages.length)}
            onClick={() => goTo(at + 1)}
          >
            <PageCanvas
              pdf={pdf}
              number={at + 1}
              scale={THUMB}
              width={width * THUMB}
              height={height * THUMB}
              label=""
            />
            {at + 1}
          </button>
        ))}
      </nav>
      <section
        ref={view}
        className="preview-pages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label={words.document}
        onScroll={({ currentTarget }) => preview.setPage(pageAt(currentTarget))}
      >
        {pages.map(({ width, height }, at) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have nothing but their number
            key={at}
            className="preview-page"
            data-page={at + 1}
            data-testid="preview-page"
          >
            <PageCanvas
              pdf={pdf}
              number={at + 1}
              scale={scale}
              width={width * scale}
              height={height * scale}
              label={words.page(at + 1, pages.length)}
            />
            <Found matches={found.matches} current={found.current} page={at + 1} scale={scale} />
          </div>
        ))}
      </section>
    </div>
  );
});

/** The page that takes the middle of the view. */
function pageAt(view: HTMLElement): number {
  const middle = view.scrollTop + view.clientHeight / 2;
  const pages = [...view.children] as HTMLElement[];
  const at = pages.findLastIndex((page) => page.offsetTop - view.offsetTop <= middle);
  return Math.max(1, at + 1);
}

interface FoundProps {
  readonly matches: readonly Match[];
  readonly current: Match | null;
  readonly page: number;
  readonly scale: number;
}

const Found = ({ matches, current, page, scale }: FoundProps) =>
  matches
    .filter((match) => match.page === page)
    .flatMap((match) =>
      match.boxes.map(({ left, top, width, height }) => (
        <span
          key={`${left} ${top}`}
          className={match === current ? 'found found-now' : 'found'}
          aria-hidden="true"
          style={{
            left: `${left * scale}px`,
            top: `${top * scale}px`,
            width: `${width * scale}px`,
            height: `${height * scale}px`,
          }}
        />
      )),
    );
