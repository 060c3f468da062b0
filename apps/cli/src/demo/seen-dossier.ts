/** What the API says of a dossier, as far as the next act is chosen from it; steps and tasks in the order of their opening. */
export interface SeenDossier {
  readonly status: string;
  readonly moving: boolean;
  readonly steps: readonly SeenStep[];
  readonly tasks: readonly SeenTask[];
  readonly documents: readonly { readonly id: string; readonly role: string }[];
  readonly opinions: readonly SeenOpinion[];
  readonly demands: readonly { readonly id: string; readonly answered: boolean }[];
  readonly proposals: readonly { readonly id: string; readonly verb: string; readonly state: string; readonly params: Readonly<Record<string, unknown>> }[];
  /** The steps that stand on the agenda of a meeting. */
  readonly agenda: readonly { readonly step: string; readonly state: string }[];
  readonly allowedActions: readonly SeenAction[];
}

export interface SeenStep {
  readonly id: string;
  readonly path: string;
  readonly kind: string;
  readonly state: string;
  readonly outcome: string | null;
  /** Who finished the content of a finishing that waits to be confirmed. */
  readonly finishedBy: string | null;
}

export interface SeenTask {
  readonly id: string;
  readonly step: string;
  readonly unit: { readonly id: string } | null;
  readonly state: string;
  readonly purpose: string;
  readonly seen: boolean;
  readonly holder: { readonly person: string } | null;
  readonly candidates: readonly { readonly person: string }[];
}

/** A line of tổng hợp, tiếp thu, giải trình; `verdict` is null until it is answered. */
export interface SeenOpinion {
  readonly decision: string;
  readonly path: string;
  readonly unit: { readonly id: string } | null;
  readonly verdict: string | null;
  readonly mustAnswer: boolean;
}

/** One verb that whoever asked may or may not use now, and the If-Match it needs. */
export interface SeenAction {
  readonly verb: string;
  readonly task: string | null;
  readonly allowed: boolean;
  readonly etag: string | null;
  readonly outcomes?: readonly string[] | undefined;
  readonly targets?: readonly string[] | undefined;
}

/** The opening of a step that an act belongs to: its path and how many times it has been opened so far (from 1). */
export interface Opening {
  readonly path: string;
  readonly nth: number;
}

/** How many times a step has been opened so far. */
export function openings(dossier: SeenDossier, path: string): number {
  return dossier.steps.filter((s) => s.path === path).length;
}
