/** Comments that tell the checker to be silent: `<!-- corroborate-disable-next-line wrong-citation -- reason -->`. */
import type { Draft, DraftProblem, DraftSpan } from './types.ts';

type Ignore = Draft['ignores'][number];

const DIRECTIVE = /^\s*corroborate-([a-z-]+)\b([\s\S]*)$/;

/** One rule set silenced from a comment on, until an `enable` or the end. */
interface Open {
  readonly comment: DraftSpan;
  readonly rule: string | null;
  readonly reason: string | null;
}

/** Reads the directives in a draft's HTML (blocks and inline, in order). What cannot be obeyed is a problem, never ignored. */
export function readDirectives(
  draft: string,
  html: readonly DraftSpan[],
): { readonly ignores: readonly Ignore[]; readonly problems: readonly DraftProblem[] } {
  const ignores: Ignore[] = [];
  const problems: DraftProblem[] = html.flatMap((block) => unclosedIn(draft, block));
  let open: Open[] = [];
  for (const { span, name, rules, reason } of html.flatMap((block) => directivesIn(draft, block))) {
    if (name === 'disable-next-line') ignores.push({ span: nextLine(draft, span.end), comment: span, rules, reason });
    else if (name === 'disable-line') ignores.push({ span: lineOf(draft, span.start), comment: span, rules, reason });
    else if (name === 'disable') open.push(...(rules ?? [null]).map((rule) => ({ comment: span, rule, reason })));
    else if (name === 'enable') {
      const ends = (one: Open): boolean => rules === null || (one.rule !== null && rules.includes(one.rule));
      if (rules !== null && open.some((one) => one.rule === null)) {
        problems.push({
          span,
          message:
            'All rules were disabled together; one rule cannot be enabled alone. Write corroborate-enable without a rule, or disable rules by name.',
        });
      }
      ignores.push(...open.filter(ends).map((one) => closed(one, span.start)));
      open = open.filter((one) => !ends(one));
    } else {
      problems.push({
        span,
        message: `There is no directive corroborate-${name}; write corroborate-disable, -enable, -disable-line or -disable-next-line.`,
      });
    }
  }
  ignores.push(...open.map((one) => closed(one, draft.length)));
  return { ignores: ignores.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end), problems };
}

/** Whether a directive silences `rule` at `span` (where it begins); null asks whether all rules are silenced. */
export function isIgnored(ignores: readonly Ignore[], rule: string | null, span: DraftSpan): boolean {
  return ignores.some((one) => {
    const here = one.span.start <= span.start && span.start < one.span.end;
    return here && (one.rules === null || (rule !== null && one.rules.includes(rule)));
  });
}

function closed(open: Open, end: number): Ignore {
  const { comment, rule, reason } = open;
  return { span: { start: comment.end, end }, comment, rules: rule === null ? null : [rule], reason };
}

function directivesIn(
  draft: string,
  block: DraftSpan,
): readonly { span: DraftSpan; name: string; rules: readonly string[] | null; reason: string | null }[] {
  return commentsIn(draft, block).flatMap((span) => {
    const directive = DIRECTIVE.exec(draft.slice(span.start + 4, span.end - 3));
    if (directive === null) return [];
    const [names = '', ...reasons] = (directive[2] ?? '').split(/(?:^|\s)--\s/);
    const rules = names.split(/[\s,]+/).filter((name) => name !== '');
    const reason = reasons.join('-- ').trim();
    return [{ span, name: directive[1] ?? '', rules: rules.length === 0 ? null : rules, reason: reason === '' ? null : reason }];
  });
}

/** Closed comments of a stretch of HTML; looking for the end of each in turn keeps the work linear. */
function commentsIn(draft: string, block: DraftSpan): readonly DraftSpan[] {
  const found: DraftSpan[] = [];
  for (let at = draft.indexOf('<!--', block.start); at >= 0 && at < block.end; ) {
    const close = draft.indexOf('-->', at + 4);
    if (close < 0 || close + 3 > block.end) break;
    found.push({ start: at, end: close + 3 });
    at = draft.indexOf('<!--', close + 3);
  }
  return found;
}

/** A comment without an end takes what follows for itself, and nobody would see that it is not checked. */
function unclosedIn(draft: string, block: DraftSpan): readonly DraftProblem[] {
  const last = commentsIn(draft, block).at(-1)?.end ?? block.start;
  const start = draft.indexOf('<!--', last);
  if (start < 0 || start >= block.end) return [];
  return [
    {
      span: { start, end: start + 4 },
      message: 'The comment that begins here has no end (-->), so that what follows may be hidden and not checked. Close it.',
      hides: true,
    },
  ];
}

/** The line that `offset` stands in, without its end. */
function lineOf(draft: string, offset: number): DraftSpan {
  const start = draft.lastIndexOf('\n', offset - 1) + 1;
  const end = draft.indexOf('\n', offset);
  return { start, end: end < 0 ? draft.length : end };
}

/** The first line with something on it after the line of `offset`. */
function nextLine(draft: string, offset: number): DraftSpan {
  let line = lineOf(draft, offset);
  while (line.end < draft.length) {
    line = lineOf(draft, line.end + 1);
    if (draft.slice(line.start, line.end).trim() !== '') break;
  }
  return line;
}
