import type { Span } from '../source-document';
import { isElement, type XmlElement } from '../xml';
import { branchOf } from './branches';
import type { InlineTarget } from './inlines';

interface Found {
  readonly boxes: XmlElement[];
  image: boolean;
  object: boolean;
  alt: string;
}

/** Placeholders for what a drawing shows; its text boxes are left for behind the block. */
export function drawingOf(target: InlineTarget, element: XmlElement): readonly Span[] {
  const found: Found = { boxes: [], image: false, object: element.name === 'w:object', alt: '' };
  search(element, found);
  for (const holder of found.boxes) target.hang({ kind: 'box', holder });
  const { notes } = target.reading;
  if (found.object) {
    notes.add('object', target.label);
    return [{ text: element.name === 'w:object' ? '〔嵌入对象〕' : '〔图表〕', generated: true }];
  }
  if (!found.image) return [];
  notes.add('image', target.label);
  return [{ text: found.alt === '' ? '〔图片〕' : `〔图片：${found.alt}〕`, generated: true }];
}

/** Names that programs give pictures themselves say nothing. */
const IDLE_ALT =
  /^(?:图片|图像|picture|image|graphic)?\s*\d*(?:\.(?:png|jpe?g|gif|bmp|emf|wmf))?$|^[A-Za-z]:\\|^https?:/i;

function search(element: XmlElement, found: Found): void {
  switch (element.name) {
    case 'w:txbxContent':
      found.boxes.push(element);
      return;
    case 'mc:AlternateContent':
      for (const node of branchOf(element)) if (isElement(node)) search(node, found);
      return;
    case 'a:blip':
    case 'v:imagedata':
    case 'pic:pic':
      found.image = true;
      break;
    case 'c:chart':
    case 'dgm:relIds':
    case 'o:OLEObject':
    case 'w14:contentPart':
    case 'w:contentPart':
      found.object = true;
      break;
    case 'wp:docPr':
      if (!IDLE_ALT.test(element.attributes['descr'] ?? '')) {
        found.alt = (element.attributes['descr'] ?? '').replace(/\s+/g, ' ').trim().slice(0, 80);
      }
      break;
    default:
      // Newer charts, and ink.
      if (/^(?:cx\d*|wpi|aink):/.test(element.name)) found.object = true;
  }
  for (const node of element.children) if (isElement(node)) search(node, found);
}
