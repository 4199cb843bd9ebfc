/**
 * Where an editor lives: in a shadow tree of its element. The content security policy refuses style elements, and
 * CodeMirror writes its styles as an adopted style sheet only there.
 */
export interface EditorRoot {
  readonly root: ShadowRoot;
  readonly parent: HTMLElement;
}

export function editorRoot(host: HTMLElement): EditorRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const parent = document.createElement('div');
  parent.style.height = '100%';
  root.replaceChildren(parent);
  return { root, parent };
}
