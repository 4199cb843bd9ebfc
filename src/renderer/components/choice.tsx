import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

interface GroupProps<T extends string> {
  readonly label: string;
  readonly labelClass?: string;
  readonly value: T;
  readonly disabled?: boolean;
  readonly onChange: (value: T) => void;
  /** Choices, and what has to be said about them. */
  readonly children: ReactNode;
}

/** A few ways to go on, one of them chosen. */
export const ChoiceGroup = <T extends string>(props: GroupProps<T>) => (
  <RadioGroup
    className="choices"
    value={props.value}
    isDisabled={props.disabled ?? false}
    onChange={(value) => props.onChange(value as T)}
  >
    <Label className={props.labelClass ?? 'choices-label'}>{props.label}</Label>
    {props.children}
  </RadioGroup>
);

interface Props {
  readonly value: string;
  readonly testid: string;
  readonly label: string;
  readonly hint: string;
  readonly disabled?: boolean;
}

/** One of the ways, with a word about it. */
export const Choice = ({ value, testid, label, hint, disabled = false }: Props) => (
  <Radio className="choice" value={value} isDisabled={disabled} data-testid={testid}>
    <span>
      <b>{label}</b> <span className="hint">{hint}</span>
    </span>
  </Radio>
);
