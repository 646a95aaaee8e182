/** What the view of claims says, as plain functions of what the server told: no `vscode`, so that it is tested without one. */
import type { ClaimsResult, WireClaim, WireVerdict } from '../../server/src/lsp/protocol-review.ts';
import { count } from './wording.ts';

/** A claim whose findings are all ignored is shown apart: nobody needs to look at it again. */
export type ClaimState = WireVerdict | 'ignored';

const CLAIM_STATES: readonly ClaimState[] = ['contradicted', 'disputed', 'unsupported', 'ignored', 'supported'];

const STATE_WORDS: Readonly<Record<ClaimState, string>> = {
  contradicted: 'Contradicted',
  disputed: 'Disputed',
  unsupported: 'Not in the sources',
  ignored: 'Ignored',
  supported: 'Supported',
};

export interface ClaimGroup {
  readonly state: ClaimState;
  /** `Contradicted`. */
  readonly label: string;
  readonly claims: readonly WireClaim[];
}

export function stateOf({ verdict, findings, ignored }: WireClaim): ClaimState {
  return verdict !== 'supported' && findings.length === 0 && ignored.length > 0 ? 'ignored' : verdict;
}

export function stateInWords(state: ClaimState): string {
  return STATE_WORDS[state];
}

/** By verdict, worst first; groups without a claim are left out. */
export function grouped(claims: readonly WireClaim[]): readonly ClaimGroup[] {
  return CLAIM_STATES.map((state) => ({
    state,
    label: STATE_WORDS[state],
    claims: claims.filter((claim) => stateOf(claim) === state),
  })).filter((group) => group.claims.length > 0);
}

/** `41 of 57 claims supported`. */
export function progressOf({ claims }: ClaimsResult): string {
  if (claims.length === 0) return 'No claims to check';
  const supported = claims.filter(({ verdict }) => verdict === 'supported').length;
  return `${supported} of ${count(claims.length, 'claim')} supported`;
}

export function findingsIn({ claims, others }: ClaimsResult): number {
  return claims.reduce((sum, { findings }) => sum + findings.length, others.length);
}

/** What a screen reader says of a claim. */
export function claimInWords(claim: WireClaim): string {
  return `${STATE_WORDS[stateOf(claim)]}, line ${claim.range.start.line + 1}: ${claim.text}`;
}
