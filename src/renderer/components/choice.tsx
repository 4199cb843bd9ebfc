interface Props {
  /** Of the group that the choice belongs to. */
  readonly name: string;
  readonly testid: string;
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

/** One of a few ways to go on, with a word about it. */
export const Choice = ({ name, testid, label, hint, checked, disabled, onChoose }: Props) => (
  <label className="choice">
    <input
      type="radio"
      name={name}
      data-testid={testid}
      checked={checked}
      disabled={disabled}
      onChange={onChoose}
    />
    <span>
      <b>{label}</b> <span className="hint">{hint}</span>
    </span>
  </label>
);
