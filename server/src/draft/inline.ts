/** The inline content of one block as plain text, with the citations, code and wrapping marks that stand in it. */
import type { Definition, ImageReference, Link, LinkReference, Nodes, PhrasingContent } from 'mdast';
import type { Span } from '../text/span.ts';
import { linkTarget } from './citation-targets.ts';
import { type PlainText, PlainTextBuilder } from './plain-text.ts';
import type { Citation, CitationTarget, DraftSpan } from './types.ts';

/** A citation and the words that stand for it in the plain text; a footnote's marker has none. */
export interface PlacedCitation {
  readonly citation: Citation;
  readonly start: number;
  readonly end: number;
}

/** A mark that wraps words (`**`, `[…](…)`): the whole of it, and the words inside, all in draft offsets. */
export interface Wrapper {
  readonly span: DraftSpan;
  readonly inner: DraftSpan;
}

export interface InlineText {
  readonly plain: PlainText;
  readonly citations: readonly PlacedCitation[];
  readonly wrappers: readonly Wrapper[];
  /** Stretches of code and link text, where citekeys are not looked for. */
  readonly literal: readonly Span<'text'>[];
  /** HTML comments and tags inside the block, by their place. */
  readonly html: readonly DraftSpan[];
}

/** What inline content refers to by name. */
export interface Definitions {
  readonly links: ReadonlyMap<string, Definition>;
  /** Citations that a footnote's definition holds, by its identifier. */
  readonly footnotes: ReadonlyMap<string, readonly Citation[]>;
}

interface Pass {
  readonly draft: string;
  readonly definitions: Definitions;
  readonly builder: PlainTextBuilder;
  readonly citations: PlacedCitation[];
  readonly wrappers: Wrapper[];
  readonly literal: Span<'text'>[];
  readonly html: DraftSpan[];
}

/** Reads inline nodes of a tree that was parsed from `draft`. */
export function readInline(nodes: readonly PhrasingContent[], draft: string, definitions: Definitions): InlineText {
  const pass: Pass = { draft, definitions, builder: new PlainTextBuilder(), citations: [], wrappers: [], literal: [], html: [] };
  for (const node of nodes) visit(node, pass);
  return { plain: pass.builder.build(), citations: pass.citations, wrappers: pass.wrappers, literal: pass.literal, html: pass.html };
}

/** The draft offsets of a node. Trees that come from a parser have them on every node. */
export function nodeSpan(node: Nodes): DraftSpan {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function visit(node: PhrasingContent, pass: Pass): void {
  const span = nodeSpan(node);
  switch (node.type) {
    case 'text':
      pass.builder.addValue(node.value, pass.draft, span.start, span.end);
      return;
    case 'inlineCode':
      visitCode(node.value, span, pass);
      return;
    case 'break':
      pass.builder.addChar(' ', span.start, span.end);
      return;
    case 'html':
      if (/^<br\s*\/?>$/i.test(node.value)) pass.builder.addChar(' ', span.start, span.end);
      pass.html.push(span);
      return;
    case 'footnoteReference': {
      const at = pass.builder.length;
      for (const cited of pass.definitions.footnotes.get(node.identifier) ?? []) {
        pass.citations.push({ citation: { ...cited, form: 'footnote', span, label: node.label ?? node.identifier }, start: at, end: at });
      }
      pass.wrappers.push({ span, inner: { start: span.start, end: span.start } });
      return;
    }
    case 'link':
    case 'linkReference':
      visitLink(node, span, pass);
      return;
    case 'emphasis':
    case 'strong':
    case 'delete':
      visitChildren(node.children, span, pass);
      return;
    default:
      // Images show no running text; what other extensions might add is not prose that anyone could check.
      return;
  }
}

function visitChildren(children: readonly PhrasingContent[], span: DraftSpan, pass: Pass): void {
  for (const child of children) visit(child, pass);
  pass.wrappers.push({ span, inner: innerSpan(children, span) });
}

function innerSpan(children: readonly PhrasingContent[], span: DraftSpan): DraftSpan {
  const first = children[0];
  const last = children.at(-1);
  return first === undefined || last === undefined ? span : { start: nodeSpan(first).start, end: nodeSpan(last).end };
}

function visitCode(value: string, span: DraftSpan, pass: Pass): void {
  const from = pass.builder.length;
  const found = pass.draft.slice(span.start, span.end).indexOf(value.slice(0, 1));
  const start = span.start + Math.max(0, found);
  pass.builder.addValue(value, pass.draft, start, Math.min(span.end, start + value.length));
  pass.literal.push({ start: from, end: pass.builder.length });
  pass.wrappers.push({ span, inner: { start, end: Math.min(span.end, start + value.length) } });
}

function visitLink(node: Link | LinkReference, span: DraftSpan, pass: Pass): void {
  const start = pass.builder.length;
  visitChildren(node.children, span, pass);
  const end = pass.builder.length;
  pass.literal.push({ start, end });
  const label = pass.draft.slice(innerSpan(node.children, span).start, innerSpan(node.children, span).end);
  const cited = node.type === 'link' ? citedByLink(node, span, pass.draft) : citedByReference(node, pass);
  if (cited !== null) pass.citations.push({ citation: { ...cited, span, label }, start, end });
}

type Cited = Pick<Citation, 'form' | 'targetSpan' | 'target' | 'title' | 'pandoc'>;

function citedByLink(node: Link, span: DraftSpan, draft: string): Cited | null {
  const target: CitationTarget | null = linkTarget(node.url);
  if (target === null) return null;
  const textEnd = node.children.length === 0 ? span.start + 1 : innerSpan(node.children, span).end;
  const targetSpan = draft.startsWith('](', textEnd) ? destinationSpan(draft, textEnd + 2, span.end) : span;
  return { form: 'link', target, targetSpan, title: node.title ?? null, pandoc: null };
}

function citedByReference(node: LinkReference | ImageReference, pass: Pass): Cited | null {
  const definition = pass.definitions.links.get(node.identifier);
  const target = definition === undefined ? null : linkTarget(definition.url);
  if (definition === undefined || target === null) return null;
  const where = nodeSpan(definition);
  const colon = pass.draft.indexOf(']:', where.start);
  const targetSpan = colon < 0 || colon >= where.end ? where : destinationSpan(pass.draft, colon + 2, where.end);
  return { form: 'reference', target, targetSpan, title: definition.title ?? null, pandoc: null };
}

/** The destination that begins at or after `from`: in angle brackets, or up to the first space or closing parenthesis of its own. */
function destinationSpan(draft: string, from: number, end: number): DraftSpan {
  let start = from;
  while (start < end && /\s/.test(draft[start] ?? '')) start++;
  if (draft[start] === '<') {
    const close = draft.indexOf('>', start);
    return { start: start + 1, end: close < 0 || close > end ? end : close };
  }
  let depth = 0;
  let at = start;
  for (; at < end; at++) {
    const char = draft[at] ?? '';
    if (/\s/.test(char)) break;
    if (char === '\\') at++;
    else if (char === '(') depth++;
    else if (char === ')' && depth-- === 0) break;
  }
  return { start, end: Math.min(at, end) };
}
