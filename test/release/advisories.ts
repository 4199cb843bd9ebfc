import { spawnSync } from 'node:child_process';
import { ROOT } from './third-party.ts';

/** A known hole of a package that ships. */
export interface Advisory {
  readonly name: string;
  readonly severity: 'high' | 'critical';
  readonly title: string;
}

interface AuditReport {
  readonly vulnerabilities?: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly severity: string;
        readonly via: readonly (string | { readonly title?: string })[];
      }
    >
  >;
}

/** The high and critical ones among what `npm audit --json` says. Null: the registry gave no answer. */
export function gravest(output: string, shipped: ReadonlySet<string>): readonly Advisory[] | null {
  const report = parsed(output);
  if (!report?.vulnerabilities) return null;
  return Object.values(report.vulnerabilities).flatMap(({ name, severity, via }) =>
    shipped.has(name) && (severity === 'high' || severity === 'critical')
      ? [
          {
            name,
            severity,
            title: via.map((one) => (typeof one === 'string' ? one : (one.title ?? ''))).join('; '),
          },
        ]
      : [],
  );
}

function parsed(output: string): AuditReport | null {
  try {
    return JSON.parse(output) as AuditReport;
  } catch {
    return null;
  }
}

/** Asks the registry. Shipped packages only: what the bench or the tests use never reaches a reviewer's laptop. */
export function askForAdvisories(shipped: ReadonlySet<string>): readonly Advisory[] | null {
  const { stdout } = spawnSync('npm', ['audit', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  return gravest(stdout, shipped);
}
