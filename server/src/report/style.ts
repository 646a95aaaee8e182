/** How the evidence report looks, on a screen and on paper. Verdicts differ by sign, word and line, and only then by colour. */

export const STYLE = `
:root{color-scheme:light dark;--text:#1b1b1b;--page:#fff;--soft:#595959;--line:#c8c8c8;--box:#f6f6f4;--supported:#0b5d2e;--contradicted:#a30f0f;--disputed:#7a4300;--unsupported:#474d57;--note:#0b4a86}
@media (prefers-color-scheme:dark){:root{--text:#ececec;--page:#16181b;--soft:#b3b3b3;--line:#4a4d52;--box:#202327;--supported:#7fd6a0;--contradicted:#ff9b93;--disputed:#f2bd73;--unsupported:#c3c9d3;--note:#8fc4ff}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:50rem;font:1.05rem/1.6 Georgia,"Times New Roman",serif;color:var(--text);background:var(--page);overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6,.ui,summary .badge,table,nav{font-family:system-ui,"Segoe UI",Arial,sans-serif}
h1{font-size:1.7rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.35rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line)}
h3,h4,h5,h6{font-size:1.12rem;margin:1.4rem 0 .4rem}
a{color:var(--note)}
a:focus-visible,summary:focus-visible{outline:3px solid var(--note);outline-offset:2px}
.p{margin:.8rem 0}
.soft{color:var(--soft)}
.alarm{border:2px solid var(--contradicted);padding:.6rem .9rem;margin:1rem 0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.draft{border-left:4px solid var(--line);padding-left:1rem}
.draft blockquote{margin:.8rem 0 .8rem 1.2rem;padding-left:.8rem;border-left:3px solid var(--line)}
.draft pre{white-space:pre-wrap;background:var(--box);padding:.6rem}
.link{text-decoration:underline;text-decoration-thickness:1px}
details.claim{display:inline}
details.claim:not([open])::details-content{display:none}
details.claim>summary{display:inline;cursor:pointer;list-style:none;text-underline-offset:.22em}
details.claim>summary::-webkit-details-marker{display:none}
.badge{display:inline-block;font-size:.74rem;line-height:1.3;font-weight:600;padding:0 .4em;margin:0 .25em;border:1px solid;border-radius:.3em;text-decoration:none;white-space:nowrap}
.supported>summary .said{text-decoration:underline 1px dotted var(--supported)}
.contradicted>summary .said{text-decoration:underline 2px wavy var(--contradicted)}
.disputed>summary .said{text-decoration:underline 3px double var(--disputed)}
.unsupported>summary .said{text-decoration:underline 2px dashed var(--unsupported)}
.remark>summary .said{text-decoration:underline 1px solid var(--note)}
.supported>summary .badge,.stance.supports{color:var(--supported)}
.contradicted>summary .badge,.stance.contradicts{color:var(--contradicted)}
.disputed>summary .badge{color:var(--disputed)}
.unsupported>summary .badge{color:var(--unsupported)}
.remark>summary .badge{color:var(--note)}
.why{display:block;margin:.5rem 0 .9rem;padding:.6rem .9rem;border:1px solid var(--line);border-left-width:5px;background:var(--box);font:.94rem/1.5 system-ui,"Segoe UI",Arial,sans-serif}
.contradicted>.why{border-left-color:var(--contradicted)}
.supported>.why{border-left-color:var(--supported)}
.disputed>.why{border-left-color:var(--disputed)}
.why p,.why ul,.why ol{margin:.35rem 0}
.why ul,.why ol{padding-left:1.4rem}
.passage{margin:.5rem 0}
.passage q{font-family:Georgia,"Times New Roman",serif;quotes:"“" "”"}
.stance{font-weight:600}
.wide{overflow-x:auto}
table{overflow-wrap:break-word;border-collapse:collapse;width:100%;font-size:.9rem;margin:.6rem 0}
caption{text-align:left;color:var(--soft);padding-bottom:.3rem}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
td.file{min-width:7rem;overflow-wrap:anywhere}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
@media print{
:root{color-scheme:light;--text:#000;--page:#fff;--soft:#444;--line:#999;--box:#fff;--supported:#0b5d2e;--contradicted:#8c0000;--disputed:#7a4300;--unsupported:#333;--note:#000}
@page{margin:2cm}
body{max-width:none;padding:0;font-size:10.5pt}
details::details-content{content-visibility:visible;block-size:auto;display:block}
details.claim:not([open])::details-content{display:block}
.why{padding:.25rem .6rem;margin:.25rem 0 .5rem;font-size:.84em;line-height:1.35}
.why p,.why ul,.why ol,.passage{margin:.15rem 0}
.why li,.passage{break-inside:avoid}
h2,h3,h4,h5,h6{break-after:avoid}
tr{break-inside:avoid}
.screen{display:none}
}
`;

/** SHA-256 of the style, for the content security policy: no other style is let in. A test says what it must be. */
export const STYLE_HASH = 'sha256-uu1S0PcjjWXAcUCSAJ4c0Hx6qRWYjEOr0+2HHOtByUU=';
