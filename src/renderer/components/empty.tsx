import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

export const Empty = ({ title, hint, children }: Props) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {hint && <p>{hint}</p>}
    {children}
  </div>
);
