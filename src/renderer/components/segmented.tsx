import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few choices, all visible: one stop for the Tab key, arrow keys between them. */
export const Segmented = <T extends string>({ label, options, value, onChange }: Props<T>) => (
  <ToggleButtonGroup
    className="segmented"
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const [chosen] = keys;
      if (chosen !== undefined) onChange(chosen as T);
    }}
  >
    {options.map((option) => (
      <ToggleButton
        key={option.value}
        id={option.value}
        className="segment"
        data-testid={`choose-${option.value}`}
      >
        {option.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
