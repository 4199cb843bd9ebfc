import type { Block, ReportDocument } from '../../../../shared/model/document';

const DOWN = /下图|下表|如图|如表|图示如下|见图|见表|如下[：:]?$|以下[^，。]{0,8}[图表]/;
const UP = /上图|上表|以上[^，。]{0,6}[图表]/;
const REACH = 3;

/** Captions that the prose around them points at without a number: 如下图所示, 见下表, 上图. */
export class PointedCaptions {
  private readonly document: ReportDocument;

  constructor(document: ReportDocument) {
    this.document = document;
  }

  has(index: number): boolean {
    return this.looks(index, -1, DOWN) || this.looks(index, 1, UP);
  }

  private looks(index: number, step: 1 | -1, pattern: RegExp): boolean {
    const { blocks } = this.document;
    const section = blocks[index]?.section;
    for (let distance = 1; distance <= REACH; distance++) {
      const block = blocks[index + step * distance];
      if (!block || block.section !== section) return false;
      if (isText(block)) return pattern.test(block.prose.text);
    }
    return false;
  }
}

const isText = (block: Block): block is Extract<Block, { kind: 'paragraph' | 'list-item' }> =>
  block.kind === 'paragraph' || block.kind === 'list-item';
