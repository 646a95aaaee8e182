/**
 * Findings ⇄ the protocol's diagnostics and code actions: the one place where the two meet. A diagnostic carries the key
 * of its finding, so that a code action request leads back to the very finding it is about.
 */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  type TextEdit as WireEdit,
} from 'vscode-languageserver/node';
import type { Corpus } from '../corpus/corpus.ts';
import { placeAt, placeName } from '../corpus/places.ts';
import { standingInWords } from '../corpus/words.ts';
import type { DraftProblem, DraftSpan } from '../draft/types.ts';
import type { CommentRemark } from '../ignores/comments.ts';
import type { Finding, Fix, Severity, TextEdit } from '../rules/types.ts';
import { quoteShort } from '../rules/wording.ts';
import type { LineMap } from '../text/lines.ts';
import type { Evidence, Stance } from '../verify/types.ts';
import { placeInSource } from './places.ts';

export const DIAGNOSTIC_SOURCE = 'corroborate';
/** More passages than this make the list under a problem longer than anybody reads. */
const RELATED = 6;
/** Characters of a passage in that list; a click opens the whole. */
const RELATED_LENGTH = 120;

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

const STANCE: Readonly<Record<Stance, string>> = { supports: 'Supports', contradicts: 'Contradicts' };

/** What the conversion needs to know beside the finding. */
export interface ConversionContext {
  readonly lines: LineMap;
  readonly corpus: Corpus;
  /** Address of a rule's page, or null where there is none. */
  readonly rulePage: (rule: string) => string | null;
  /** Whether the client shows related information. */
  readonly related: boolean;
}

/** The same for the same finding in the same text. */
export function findingKey(finding: Finding): string {
  return `${finding.rule}@${finding.span.start}-${finding.span.end}`;
}

export function toDiagnostic(finding: Finding, context: ConversionContext): Diagnostic {
  const href = context.rulePage(finding.rule);
  const related = context.related
    ? finding.evidence.slice(0, RELATED).flatMap((one) => toRelated(one, finding.message, context.corpus))
    : [];
  return {
    range: toRange(finding.span, context.lines),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    ...(href === null ? {} : { codeDescription: { href } }),
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    data: findingKey(finding),
  };
}

/** What keeps a part of the draft from being checked, or a directive from being obeyed; a clean file must not hide it. */
export function toProblem(problem: DraftProblem, lines: LineMap): Diagnostic {
  return {
    range: toRange(problem.span, lines),
    severity: DiagnosticSeverity.Warning,
    code: 'draft',
    source: DIAGNOSTIC_SOURCE,
    message: problem.message,
  };
}

/** A comment that does not do what it was written for. One that silences nothing is greyed out: it can go. */
export function toRemark({ span, kind, message }: CommentRemark, lines: LineMap): Diagnostic {
  const idle = kind === 'silences-nothing';
  return {
    range: toRange(span, lines),
    severity: idle ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning,
    code: 'draft',
    source: DIAGNOSTIC_SOURCE,
    message,
    ...(idle ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

function toRelated(evidence: Evidence, told: string, corpus: Corpus): readonly DiagnosticRelatedInformation[] {
  const ofCorpus = shown.get(corpus) ?? new WeakMap<Evidence, Shown | 'nowhere'>();
  shown.set(corpus, ofCorpus);
  const known = ofCorpus.get(evidence) ?? showEvidence(evidence, corpus) ?? 'nowhere';
  ofCorpus.set(evidence, known);
  if (known === 'nowhere') return [];
  const { location, lead, quote, title, page } = known;
  // The words that the finding's own message quotes, right above, are not said again.
  const words = told.includes(quote.replace(/…?”$/, '')) ? title : quote;
  return [{ location, message: `${lead}: ${words}${page === null ? '' : `, ${page}`}` }];
}

/** A piece of evidence as it stands in the list under a problem. */
interface Shown {
  readonly location: DiagnosticRelatedInformation['location'];
  readonly lead: string;
  readonly quote: string;
  readonly title: string;
  readonly page: string | null;
}

/** Evidence is the same from one keystroke to the next, and so is how it is shown. */
const shown = new WeakMap<Corpus, WeakMap<Evidence, Shown | 'nowhere'>>();

function showEvidence(evidence: Evidence, corpus: Corpus): Shown | null {
  const location = placeInSource(corpus, evidence.source, evidence.span);
  if (location === null) return null;
  // The editor shows file and line beside it; a page only words can name.
  const source = corpus.sources.get(evidence.source)?.source;
  return {
    location,
    lead: `${STANCE[evidence.stance]}, ${standingInWords(evidence.standing, evidence.speaker)}`,
    quote: quoteShort(evidence.quote, RELATED_LENGTH),
    title: corpus.documents.get(evidence.citekey)?.title ?? evidence.citekey,
    page: source === undefined ? null : placeName(placeAt(source, evidence.span.start)),
  };
}

export function toRange(span: DraftSpan, lines: LineMap): Range {
  return lines.range(span);
}

export function toWireEdits(edits: readonly TextEdit[], lines: LineMap): WireEdit[] {
  return edits.map((edit) => ({ range: toRange(edit.span, lines), newText: edit.newText }));
}

export function isOurs({ source }: Diagnostic): boolean {
  return source === DIAGNOSTIC_SOURCE;
}

/** The findings that diagnostics of a client stand for; a client that keeps no data is answered by code and place. */
export function findingsOf(diagnostics: readonly Diagnostic[], findings: readonly Finding[], lines: LineMap): readonly Finding[] {
  const keys = new Set<string>();
  for (const { code, data, range } of diagnostics.filter(isOurs)) {
    const span = lines.span(range);
    keys.add(typeof data === 'string' ? data : `${code}@${span.start}-${span.end}`);
  }
  return findings.filter((finding) => keys.has(findingKey(finding)));
}

/** A fix as a quick fix of its diagnostic. The first fix of a finding that is sure is the preferred one. */
export function toQuickFix(fix: Fix, uri: string, lines: LineMap, diagnostic: Diagnostic, preferred: boolean): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(preferred ? { isPreferred: true } : {}),
    edit: { changes: { [uri]: toWireEdits(fix.edits, lines) } },
  };
}
