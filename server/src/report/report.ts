/**
 * The evidence report: one HTML file for a reader who has neither this program nor the sources. It needs no scripts, loads
 * nothing, and what drafts and sources hold can only ever be words in it.
 */

import type { DraftReport } from '../checker.ts';
import { isUnread } from '../draft/parse.ts';
import { claimHtml, findingHtml } from './claim-html.ts';
import { draftHtml } from './draft-html.ts';
import { escaped, escapedLine } from './escape.ts';
import { STYLE, STYLE_HASH } from './style.ts';
import { countsHtml, leftOutHtml, sourcesHtml } from './tables.ts';
import type { EvidenceReport, ReportedDraft } from './types.ts';
import { strayFindings, type Unit, unitsOf } from './units.ts';

const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** The whole file. The same input gives the same file. */
export function evidenceReport({ drafts, notes, incomplete, version }: EvidenceReport): string {
  const [only] = drafts;
  const unread = drafts.filter(({ report }) => isUnread(report.draft));
  const title = drafts.length === 1 && only !== undefined ? `Evidence report: ${only.name}` : 'Evidence report';
  const contents =
    drafts.length < 2
      ? ''
      : `<nav aria-label="Drafts"><ul>${drafts.map(({ name }, index) => `<li><a href="#draft-${index + 1}">${escapedLine(name)}</a></li>`).join('')}</ul></nav>`;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapedLine(title)}</h1>
<p class="soft ui">Each marked sentence was compared with the sources. <span class="screen">Choose a sentence to see which passages the verdict rests on.</span> A verdict says what the sources hold, not what is true.</p>
</header>
<main>
${notesHtml(notes, incomplete || unread.length > 0)}${contents}
${drafts.map((draft, index) => draftSection(draft, index + 1)).join('\n')}
</main>
<footer><p class="soft ui">Made by Corroborate ${escaped(version)}.</p></footer>
</body>
</html>
`;
}

function notesHtml(notes: readonly string[], incomplete: boolean): string {
  const items = notes.map((note) => `<li>${escapedLine(note)}</li>`).join('');
  if (incomplete) {
    return `<section class="alarm ui" aria-label="Not complete"><p><strong>This report is not complete: not everything could be checked.</strong></p><ul>${items}</ul></section>`;
  }
  return notes.length === 0
    ? ''
    : `<section class="ui" aria-label="Remarks"><p>Remarks on the reading of drafts and sources:</p><ul>${items}</ul></section>`;
}

function draftSection(draft: ReportedDraft, number: number): string {
  const units = unitsOf(draft);
  const idOf = (unit: Unit) => `claim-${number}-${unit.number}`;
  const { html, missing } = draftHtml(draft.report.draft.text, units, (unit, said) => claimHtml(unit, said, idOf(unit), draft.corpus));
  // A marked sentence always appears: what found no place in the text stands below it.
  const words = ({ span }: Unit) => escapedLine(draft.report.draft.text.slice(span.start, span.end));
  const below = missing.map((unit) => `<div class="p">${claimHtml(unit, words(unit), idOf(unit), draft.corpus)}</div>`).join('\n');
  const stray = strayFindings(draft, units).map((finding) => `<li>${findingHtml(finding)}</li>`);
  const others = stray.length === 0 ? '' : `<ul>${stray.join('')}</ul>`;
  return `<section aria-labelledby="draft-${number}">
<h2 id="draft-${number}">${escapedLine(draft.name)}</h2>
${isUnread(draft.report.draft) ? unreadHtml(draft.report) : countsHtml(draft)}
<article class="draft" aria-label="The draft with its marks: ${escapedLine(draft.name)}">
${html}
${below}${others}
</article>
<h2>Sources and their use</h2>
${sourcesHtml(draft, units)}
<h2>What was left out, and why</h2>
${leftOutHtml(draft, units, idOf)}
</section>`;
}

function unreadHtml({ draft }: DraftReport): string {
  const why = draft.problems.map(({ message }) => `<li>${escapedLine(message)}</li>`).join('');
  return `<div class="alarm ui"><p><strong>This draft could not be read; nothing in it was checked.</strong></p><ul>${why}</ul></div>`;
}
