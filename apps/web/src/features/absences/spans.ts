/** Days from one to another, both inclusive; `endedOn`: from then on it holds no more. */
export interface Span { readonly from: string; readonly to: string; readonly endedOn: string | null; readonly holds: boolean }

/** Whether it will hold on no later day. */
export const isOver = ({ to, endedOn }: Span, today: string): boolean => endedOn !== null || to < today;
