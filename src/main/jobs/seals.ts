import type { Result } from '../../shared/result';
import type { Tasks } from './tasks';

type Input<T extends keyof Tasks> = Tasks[T]['input'];

export async function verifySeal({
  pdf,
  trust,
  revocation,
}: Input<'verify'>): Promise<Tasks['verify']['output']> {
  const { verifyPdf } = await import('../seal/verify');
  return verifyPdf(pdf, { ...(trust ? { trust } : {}), revocation });
}

export async function listTokens(library: string): Promise<Tasks['list-tokens']['output']> {
  const tokens = await (await import('../seal/pkcs11/load')).loadTokens();
  return tokens.ok ? tokens.value.tokensOf(library) : tokens;
}

export async function holdsCertificates({ kind, bytes }: Input<'read-certificates'>): Promise<boolean> {
  if (kind === 'trust') return (await import('../seal/certificates')).certificatesOf(bytes).length > 0;
  return (await import('../seal/check/revocation')).revocationListsOf(bytes).length > 0;
}

export async function stampRequest(pdf: Uint8Array): Promise<Result<Uint8Array>> {
  return (await import('../seal/timestamp/attach')).requestFor(pdf);
}

export async function stampAttach({ pdf, reply, more }: Input<'stamp-attach'>): Promise<Result<Uint8Array>> {
  const { certificatesOf } = await import('../seal/certificates');
  const { attachTimestamp } = await import('../seal/timestamp/attach');
  return attachTimestamp(pdf, reply, more.flatMap(certificatesOf));
}
