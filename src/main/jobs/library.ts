import { backUp } from '../db/backup';
import { withReader } from '../db/inspect';
import { verifyLibrary } from '../db/verify';
import type { Tasks } from './tasks';

export const auditLibrary = ({
  file,
  anchors,
}: Tasks['audit-library']['input']): Tasks['audit-library']['output'] =>
  withReader(file, (connection) => verifyLibrary(connection, 'library', anchors));

export const backUpLibrary = ({
  file,
  folder,
  order,
}: Tasks['back-up']['input']): Tasks['back-up']['output'] =>
  withReader(file, (connection) => backUp(connection, folder, order));
