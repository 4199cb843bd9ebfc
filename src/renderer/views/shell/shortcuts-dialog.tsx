import { observer } from 'mobx-react-lite';
import { Dialog } from '../../components/dialog';
import type { Messages } from '../../locales/index';
import { useRoot, useText } from '../context';

type Entry = readonly [keys: readonly string[], what: keyof Messages['shortcuts']];

const review: readonly Entry[] = [
  [['J', '↓', 'F8'], 'next'],
  [['K', '↑', 'Shift F8'], 'previous'],
  [['A'], 'accept'],
  [['W'], 'waive'],
  [['F2'], 'edit'],
  [['1', '2', '…', '↵'], 'choose'],
  [['C'], 'comment'],
  [['N', 'Shift N'], 'nextComment'],
  [['M', 'Ctrl E'], 'page'],
  [['Ctrl F'], 'find'],
  [['F3', 'Shift F3'], 'findNext'],
  [['Ctrl ↵'], 'saveText'],
  [['Ctrl S'], 'saveSource'],
  [['Z', 'Ctrl Z'], 'undo'],
  [['Shift Z', 'Ctrl Shift Z'], 'redo'],
  [['E'], 'export'],
  [['P'], 'preview'],
  [['V'], 'compare'],
  [['I'], 'importDraft'],
  [['D', 'Ctrl D'], 'data'],
  [['S'], 'signOff'],
  [['U'], 'person'],
  [['F6', 'Shift F6'], 'panes'],
  [['F'], 'filter'],
  [['?'], 'help'],
  [['Alt ←'], 'toLibrary'],
  [['Esc'], 'close'],
];
const tables: readonly Entry[] = [
  [['↑', '↓', 'PgUp', 'PgDn'], 'rows'],
  [['Shift ↑', 'Shift ↓'], 'several'],
  [['Ctrl A'], 'all'],
  [['Ctrl C'], 'copy'],
  [['Enter'], 'place'],
];
const preview: readonly Entry[] = [
  [['N', 'P'], 'pages'],
  [['+', '-', '0'], 'zoom'],
  [['/', 'Enter'], 'findInPreview'],
];
const library: readonly Entry[] = [
  [['↑', '↓', 'Enter'], 'open'],
  [['/'], 'search'],
  [['I'], 'import'],
  [['T'], 'tags'],
  [['X'], 'archive'],
  [['Del'], 'remove'],
  [['G'], 'group'],
  [['←', '→'], 'fold'],
  [['Z', 'Shift Z'], 'undoLibrary'],
  [['R', 'Del'], 'bringBack'],
  [['L'], 'goLedgers'],
  [['U'], 'personHere'],
];
const ledgers: readonly Entry[] = [
  [['↑', '↓'], 'chooseLedger'],
  [['I'], 'importLedger'],
];

export const ShortcutsDialog = observer(() => {
  const { ui } = useRoot();
  const text = useText();
  return (
    <Dialog
      title={text.shortcuts.title}
      closeLabel={text.app.close}
      onClose={ui.closeDialog}
      size="full"
      scrolls
    >
      <div className="shortcut-groups">
        <Group title={text.shortcuts.review} entries={review} words={text.shortcuts} />
        <Group title={text.shortcuts.dataTables} entries={tables} words={text.shortcuts} />
        <Group title={text.preview.open} entries={preview} words={text.shortcuts} />
        <Group title={text.shortcuts.library} entries={library} words={text.shortcuts} />
        <Group title={text.shortcuts.ledgers} entries={ledgers} words={text.shortcuts} />
      </div>
    </Dialog>
  );
});

interface ListProps {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly words: Messages['shortcuts'];
}

const Group = ({ title, entries, words }: ListProps) => (
  <section>
    <h3>{title}</h3>
    <dl className="shortcuts">
      {entries.map(([keys, what]) => (
        <div key={what}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{words[what]}</dd>
        </div>
      ))}
    </dl>
  </section>
);
