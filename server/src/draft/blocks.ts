/** The blocks of a draft that hold running text, in reading order, with what else the tree says about the draft. */
import type {
  BlockContent,
  Blockquote,
  Definition,
  DefinitionContent,
  FootnoteDefinition,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { CodeBlock } from './hidden.ts';
import { nodeSpan } from './inline.ts';
import type { DraftSentence, DraftSpan } from './types.ts';

/** A paragraph, heading or table cell. */
export interface ProseBlock {
  readonly place: DraftSentence['place'];
  readonly nodes: readonly PhrasingContent[];
  readonly span: DraftSpan;
  /** The block quotation that it belongs to: its ordinal, or null. */
  readonly quoted: number | null;
  /** Identifier of the footnote that it explains, or null. */
  readonly footnote: string | null;
}

export interface BlockTree {
  readonly blocks: readonly ProseBlock[];
  /** HTML blocks (comments among them). */
  readonly html: readonly DraftSpan[];
  readonly code: readonly CodeBlock[];
  readonly quotations: readonly DraftSpan[];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly frontMatter: { readonly value: string; readonly span: DraftSpan } | null;
}

interface Walk {
  readonly draft: string;
  readonly blocks: ProseBlock[];
  readonly html: DraftSpan[];
  readonly code: CodeBlock[];
  readonly quotations: DraftSpan[];
  readonly definitions: Map<string, Definition>;
  readonly footnotes: Map<string, FootnoteDefinition>;
  frontMatter: { value: string; span: DraftSpan } | null;
}

interface Where {
  readonly place: DraftSentence['place'];
  readonly quoted: number | null;
  readonly footnote: string | null;
}

type Node = RootContent | BlockContent | DefinitionContent;

/** GitHub's alerts (`> [!NOTE]`) look like block quotations and quote nobody. */
const ALERT = /^\s*>\s*\[!(?:note|tip|important|warning|caution)\]/i;

export function collectBlocks(root: Root, draft: string): BlockTree {
  const walk: Walk = {
    ...{ draft, blocks: [], html: [], code: [], quotations: [] },
    ...{ definitions: new Map(), footnotes: new Map(), frontMatter: null },
  };
  for (const node of root.children) visit(node, { place: 'paragraph', quoted: null, footnote: null }, walk);
  return walk;
}

function visit(node: Node, where: Where, walk: Walk): void {
  switch (node.type) {
    case 'paragraph':
      walk.blocks.push({ ...where, nodes: node.children, span: nodeSpan(node) });
      return;
    case 'heading':
      walk.blocks.push({ ...where, place: 'heading', nodes: node.children, span: nodeSpan(node) });
      return;
    case 'blockquote':
      visitQuotation(node, where, walk);
      return;
    case 'list':
      for (const item of node.children) {
        for (const child of item.children) visit(child, where.place === 'paragraph' ? { ...where, place: 'list-item' } : where, walk);
      }
      return;
    case 'table':
      for (const row of node.children) {
        for (const cell of row.children) walk.blocks.push({ ...where, place: 'table-cell', nodes: cell.children, span: nodeSpan(cell) });
      }
      return;
    case 'footnoteDefinition':
      if (!walk.footnotes.has(node.identifier)) walk.footnotes.set(node.identifier, node);
      for (const child of node.children) visit(child, { place: 'footnote', quoted: null, footnote: node.identifier }, walk);
      return;
    case 'definition':
      if (!walk.definitions.has(node.identifier)) walk.definitions.set(node.identifier, node);
      return;
    case 'html':
      walk.html.push(nodeSpan(node));
      return;
    case 'code':
      walk.code.push({ span: nodeSpan(node), value: node.value });
      return;
    case 'yaml':
      walk.frontMatter = { value: node.value, span: nodeSpan(node) };
      return;
    default:
      // Thematic breaks hold no prose.
      return;
  }
}

/** A quotation inside a quotation belongs to the outer one. */
function visitQuotation(node: Blockquote, where: Where, walk: Walk): void {
  const span = nodeSpan(node);
  const alert = ALERT.test(walk.draft.slice(span.start, span.start + 40));
  const opens = !alert && where.quoted === null;
  if (opens) walk.quotations.push(span);
  const quoted = opens ? walk.quotations.length - 1 : where.quoted;
  for (const child of node.children) visit(child, alert ? where : { ...where, place: 'blockquote', quoted }, walk);
}
