import { useEffect, useRef, useState } from 'react';
import { type Match, matchesIn, type Piece, piecesOf } from '../../pdf/find';
import type { Pdf } from '../../pdf/open';

export interface Found {
  readonly matches: readonly Match[];
  readonly current: Match | null;
  /** From 1; 0 where nothing is found. */
  readonly position: number;
  readonly step: (by: number) => void;
}

const NONE: readonly Match[] = [];

/** Where the words stand in the PDF. The text of a page is read once, when something is searched first. */
export function useMatches(pdf: Pdf, query: string): Found {
  const texts = useRef(new Map<number, readonly Piece[]>());
  const [matches, setMatches] = useState(NONE);
  const [at, setAt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const search = async (): Promise<void> => {
      const found: Match[] = [];
      for (let page = 1; wanted && query.trim() !== '' && page <= pdf.numPages; page++) {
        const pieces = texts.current.get(page) ?? (await piecesOf(pdf, page));
        texts.current.set(page, pieces);
        found.push(...matchesIn(pieces, page, query));
      }
      if (!wanted) return;
      setMatches(found);
      setAt(0);
    };
    // The document may be closed under the search.
    search().catch(() => {});
    return () => {
      wanted = false;
    };
  }, [pdf, query]);
  const count = matches.length;
  return {
    matches,
    current: matches[at] ?? null,
    position: count === 0 ? 0 : at + 1,
    step: (by) => count > 0 && setAt((at + by + count) % count),
  };
}
