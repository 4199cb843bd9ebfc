import type { Outputs } from '../../src/shared/ipc';

/** A sealed PDF as the main process reports it. */
export const sealed: NonNullable<Outputs['seal:verify']> = {
  fileName: 'report.pdf',
  auditKnown: true,
  trust: [],
  revocation: [],
  report: {
    status: 'valid',
    problems: [],
    signatures: [
      {
        signer: '演示支付有限公司',
        issuer: '演示签发中心',
        signedAt: '2026-01-05T08:30:00.000Z',
        reason: '',
        place: '',
        contact: '',
        algorithm: 'RSA-SHA256',
        coversWholeDocument: true,
        integrity: true,
        trust: 'self-signed',
        problems: [],
        form: 'own',
        maySign: true,
        certificates: [
          {
            subject: '演示支付有限公司',
            issuer: '演示签发中心',
            serial: '0a1b',
            notBefore: '2025-01-01T00:00:00.000Z',
            notAfter: '2045-01-01T00:00:00.000Z',
            key: 'RSA 3072',
          },
        ],
        timestamp: null,
        timeBasis: 'claimed',
        revocation: 'not-checked',
        certifies: true,
        visible: true,
        coveredBytes: 123_456,
      },
    ],
    bytes: 123_456,
    foreign: null,
    revisions: [{ bytes: 123_456, signature: 1, objects: { page: 3, signature: 1 } }],
    evidence: {
      state: 'agrees',
      title: '演示报告',
      sha256: 'ab'.repeat(32),
      createdAt: '2026-01-05T08:00:00.000Z',
      draft: false,
      version: '0.1.0',
      findings: 3,
      openErrors: 0,
      figures: 42,
      missingFigures: [],
      auditHead: 'cd'.repeat(32),
    },
  },
};

/** A token's library with two tokens. */
export const LIBRARY = {
  token: '00000000-0000-4000-8000-000000000001',
  fileName: 'libtoken.so',
  devices: [
    { label: '合规部', manufacturer: '某厂', serial: '0001' },
    { label: '法务部', manufacturer: '某厂', serial: '0002' },
  ],
};
