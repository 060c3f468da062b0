/** What the API says of a dossier, as far as the next act is chosen from it; steps and tasks in the order of their opening. */
export interface SeenDossier {
  readonly status: string;
  readonly moving: boolean;
  readonly steps: readonly SeenStep[];
  readonly tasks: readonly SeenTask[];
  readonly documents: readonly { readonly role: string }[];
  readonly allowedActions: readonly SeenAction[];
}

export interface SeenStep {
  readonly id: string;
  readonly path: string;
  readonly kind: string;
  readonly state: string;
  readonly outcome: string | null;
}

export interface SeenTask {
  readonly id: string;
  readonly step: string;
  readonly unit: { readonly id: string } | null;
  readonly state: string;
  readonly seen: boolean;
  readonly holder: { readonly person: string } | null;
  readonly candidates: readonly { readonly person: string }[];
}

/** One verb that whoever asked may or may not use now, and the If-Match it needs. */
export interface SeenAction {
  readonly verb: string;
  readonly task: string | null;
  readonly allowed: boolean;
  readonly etag: string | null;
  readonly outcomes?: readonly string[] | undefined;
}

/** The opening of a step that an act belongs to: its path and how many times it has been opened so far (from 1). */
export interface Opening {
  readonly path: string;
  readonly nth: number;
}
