import packageJson from '../../../package.json';
import type { ReportDocument } from '../../shared/model/document';
import type { Finding, Severity } from '../../shared/model/finding';
import type { Range } from '../../shared/model/range';
import { endOf, placeOf } from './output';
import type { CheckedFile } from './read-report';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  doubt: 'warning',
  notice: 'note',
};

/**
 * A check as a SARIF 2.1.0 log (OASIS, 2020). Regions are of the working text, in UTF-16 units; only of Markdown is that
 * the file itself, so that other files are named as the artifact that the text was read from.
 */
export function asSarif(fileName: string, { analysis, sha256, imported }: CheckedFile) {
  const { document, findings, rules } = analysis;
  const ruleIndex = new Map(rules.map(({ code }, index) => [code, index]));
  const artifactLocation = { uri: encodeURIComponent(fileName), index: 0 };
  const failed = rules.filter(({ status }) => status === 'failed');
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gouji',
            version: packageJson.version,
            rules: rules.map(({ code, rule }) => ({ id: code, name: rule })),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: failed.length === 0,
            toolExecutionNotifications: failed.map(({ code, error = '' }) => ({
              level: 'error',
              message: { text: `规则 ${code} 没有跑完：${error}` },
              associatedRule: { id: code, index: ruleIndex.get(code) ?? -1 },
            })),
          },
        ],
        artifacts: [
          {
            location: { uri: artifactLocation.uri },
            hashes: { 'sha-256': sha256 },
            properties: { format: imported.format, encoding: imported.encoding },
          },
        ],
        results: findings.map((finding) => resultOf(document, finding, artifactLocation, ruleIndex)),
      },
    ],
  };
}

interface ArtifactLocation {
  readonly uri: string;
  readonly index: number;
}

function resultOf(
  document: ReportDocument,
  finding: Finding,
  artifactLocation: ArtifactLocation,
  ruleIndex: ReadonlyMap<string, number>,
) {
  const physical = (range: Range) => ({
    artifactLocation,
    region: { ...regionOf(document, range), snippet: { text: document.text.slice(range.start, range.end) } },
  });
  return {
    ruleId: finding.code,
    ruleIndex: ruleIndex.get(finding.code) ?? -1,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: physical(finding.range) }],
    relatedLocations: finding.related.map(({ range, note }, id) => ({
      id,
      physicalLocation: physical(range),
      message: { text: note },
    })),
    fixes: finding.fixes.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation,
          replacements: edits.map(({ range, text }) => ({
            deletedRegion: { charOffset: range.start, charLength: range.end - range.start },
            insertedContent: { text },
          })),
        },
      ],
    })),
    partialFingerprints: { 'gouji/v1': finding.fingerprint },
  };
}

function regionOf(document: ReportDocument, range: Range) {
  const { line, column, offset, length } = placeOf(document, range);
  const { endLine, endColumn } = endOf(document, range);
  return { startLine: line, startColumn: column, endLine, endColumn, charOffset: offset, charLength: length };
}
