import type { FindingTone } from '../text/marks';

interface Props {
  readonly tone: FindingTone;
  /** One character, so that the tone is told without colour. */
  readonly letter: string;
  readonly label: string;
}

/** The severity of a finding: letter, shape and colour say the same. */
export const Badge = ({ tone, letter, label }: Props) => (
  <span className={`badge badge-${tone}`} title={label}>
    <span aria-hidden="true">{letter}</span>
    <span className="visually-hidden">{label}</span>
  </span>
);
