import { child, childrenOf, isElement, type XmlElement, type XmlNode } from '../xml';

/** What this reader understands; a choice of anything newer has a fallback that says the same. */
const UNDERSTOOD = /^(?:w|wp|wps|wpg|a|pic|c|dgm|m|v|o):/;

/** Exactly one branch: the first choice that is understood, else the fallback. */
export function branchOf(element: XmlElement): readonly XmlNode[] {
  const choices = childrenOf(element, 'mc:Choice');
  const chosen =
    choices.find((choice) => childrenOf(choice).some(({ name }) => UNDERSTOOD.test(name))) ??
    child(element, 'mc:Fallback');
  return chosen?.children ?? [];
}

/** All text in an element, deleted or not, of one branch where there are several. */
export function textOf(element: XmlElement): string {
  const nodes = element.name === 'mc:AlternateContent' ? branchOf(element) : element.children;
  return nodes
    .map((node) => {
      if (isElement(node)) return textOf(node);
      return /^(?:w:t|w:delText|m:t)$/.test(element.name) ? node : '';
    })
    .join('');
}
