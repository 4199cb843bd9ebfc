import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { Icon } from '../../components/icon';
import type { RootStore } from '../../stores/root-store';
import { useRoot, useText } from '../context';

/** Takes files dropped anywhere on the window, and says so while one hovers over it. */
export const DropTarget = observer(() => {
  const root = useRoot();
  const text = useText();
  useEffect(() => listen(root), [root]);
  if (!root.ui.dropping) return null;
  return (
    <div className="drop-target" role="status">
      <Icon name="file" />
      <strong>{text.app.dropHere}</strong>
      <span>{text.app.dropHints[root.ui.screen]}</span>
    </div>
  );
});

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

function listen({ ui, drops, identities }: RootStore): () => void {
  const over = (event: DragEvent): void => {
    // Always: else the browser would leave the app and show what was dropped.
    event.preventDefault();
    if (!event.dataTransfer) return;
    const welcome = holdsFiles(event) && ui.dialog === null && identities.current !== null;
    event.dataTransfer.dropEffect = welcome ? 'copy' : 'none';
    ui.setDropping(welcome);
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) ui.setDropping(false);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    ui.setDropping(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (ui.dialog === null && identities.current && files.length > 0) drops.take(files);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('dragleave', leave);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('dragleave', leave);
    window.removeEventListener('drop', drop);
  };
}
