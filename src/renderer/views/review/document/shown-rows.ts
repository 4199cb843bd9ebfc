import { createContext, useContext } from 'react';

/** By block: how to bring a row (as `TextChange` counts) of a table into being; only tables whose rows are virtual. */
export type RowsShown = Map<number, (row: number) => void>;

export const ShownRows = createContext<RowsShown>(new Map());
export const useShownRows = (): RowsShown => useContext(ShownRows);
