/** Where the focus goes once a card has left: to the card behind it, else the one before, else the heading. `order`: tasks as they stood when the act was opened. */
export function focusNext(order: readonly string[], task: string): void {
  const here = order.indexOf(task);
  const rest = [...order.slice(here + 1), ...order.slice(0, Math.max(here, 0)).toReversed()];
  requestAnimationFrame(() => {
    const next = rest.map((id) => document.getElementById(headingOf(id))).find((found) => found !== null) ?? document.getElementById('page-title');
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  });
}

/** Back to what a dialog was opened from. */
export const focusCard = (task: string): void => {
  requestAnimationFrame(() => document.getElementById(headingOf(task))?.focus());
};

export const headingOf = (task: string): string => `leader-${task}`;
