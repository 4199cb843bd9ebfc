import { useEffect, useRef, useState } from 'react';
import type { Pdf } from '../../pdf/open';

interface Props {
  readonly pdf: Pdf;
  /** From 1. */
  readonly number: number;
  /** CSS pixels a point. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Empty for a picture beside something that has a name. */
  readonly label: string;
}

/** One page drawn, only while it is in or near the view. */
export function PageCanvas({ pdf, number, scale, width, height, label }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '300px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => (near ? draw(pdf, number, scale, canvas.current) : undefined), [near, pdf, number, scale]);
  return (
    <div ref={place} className="page-canvas" style={{ width: `${width}px`, height: `${height}px` }}>
      {near && (label ? <canvas ref={canvas} role="img" aria-label={label} /> : <canvas ref={canvas} />)}
    </div>
  );
}

/** Returns what stops the drawing. */
function draw(pdf: Pdf, number: number, scale: number, canvas: HTMLCanvasElement | null): () => void {
  let stopped = false;
  let stop = (): void => {};
  const run = async (): Promise<void> => {
    const page = await pdf.getPage(number);
    if (stopped || !canvas) return;
    const dense = window.devicePixelRatio || 1;
    const viewport = page.getViewport({ scale: scale * dense });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const task = page.render({ canvas, viewport });
    stop = () => task.cancel();
    await task.promise;
    canvas.dataset['drawn'] = 'true';
  };
  // A drawing that was stopped, or a document that was closed under it, is no error.
  run().catch(() => {});
  return () => {
    stopped = true;
    stop();
  };
}
