import type { BusySchool, Invitation } from "#app/domain/round-view.ts";

/** What was filled in to open a round, as the form keeps it. */
export type RoundDraft = {
  readonly instrument: string;
  readonly name: string;
  readonly schoolIds: readonly string[];
  readonly families: readonly string[];
  readonly closesOn: string;
  readonly threshold: string;
  readonly privacy: string;
};

/** What the server said to a draft: mend it, go on changing it, or look at who would be asked. */
export type RoundReply = { readonly draft: RoundDraft; readonly errors: Readonly<Record<string, string>>; readonly invitations: readonly Invitation[] | null; readonly busy: readonly BusySchool[] };
