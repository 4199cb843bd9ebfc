export type * from './analysis';
export type * from './document';
export type * from './finding';
export type * from './quantity';
export * from './range';
export type * from './review';
export type * from './seal';
export type * from './tie';
